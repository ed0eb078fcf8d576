using System.Collections.Immutable;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

internal sealed class AllOfKeyword(SchemaNode owner, JsonElement value, SchemaNode[] branches) : Keyword(owner, "allOf", value)
{
    public override IEnumerable<SchemaNode> InPlace => branches;

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        bool valid = true;
        foreach (var branch in branches)
        {
            valid &= run.Apply(branch, instance, evaluated);
            if (!valid && run.StopsAtFirst)
            {
                return false;
            }
        }
        return valid;
    }
}

/// <summary>anyOf and oneOf.</summary>
internal sealed class ChoiceKeyword(SchemaNode owner, string name, JsonElement value, SchemaNode[] branches, bool exactlyOne)
    : Keyword(owner, name, value)
{
    public override IEnumerable<SchemaNode> InPlace => branches;

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        int matches = 0;
        foreach (var branch in branches)
        {
            matches += Matches(run, branch, instance, evaluated) ? 1 : 0;
            if (matches > 1 && exactlyOne || matches == 1 && !exactlyOne && evaluated is null)
            {
                break;
            }
        }
        return matches == 1 || matches > 1 && !exactlyOne || Fail(run, instance, matches, evaluated);
    }

    /// <summary>Only a branch that matches has evaluated anything (core, section 7.7.1.1).</summary>
    private static bool Matches(EvaluationRun run, SchemaNode branch, JsonElement instance, EvaluatedMembers? evaluated)
    {
        var own = evaluated is null ? null : EvaluatedMembers.Of(instance);
        bool matches = run.Test(branch, instance, own);
        if (matches)
        {
            evaluated?.Merge(own);
        }
        return matches;
    }

    private bool Fail(EvaluationRun run, JsonElement instance, int matches, EvaluatedMembers? evaluated)
    {
        if (run.StopsAtFirst || matches > 1)
        {
            return run.Fail(this);
        }
        // The value is invalid anyway: what a branch has looked at shall not be called unevaluated on top of that.
        var tried = branches.Select(b => run.Collect(b, instance, evaluated)).ToList();
        int depth = run.Location.Depth;
        string pointer = run.Location.Pointer(depth);
        var types = BranchChoice.TypesWanted(tried, depth);
        ImmutableArray<SchemaViolation> causes = types.IsEmpty ? PlacedViolation.Sort(BranchChoice.Closest(tried, depth, pointer)) : [];
        return run.Add(new(Name, pointer, $"{Owner.Pointer}/{Name}", Value, null, causes) { Allowed = types });
    }
}

internal sealed class NotKeyword(SchemaNode owner, JsonElement value, SchemaNode node) : Keyword(owner, "not", value)
{
    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated) =>
        !run.Test(node, instance, null) || run.Fail(this);
}

/// <summary>if with then and else.</summary>
internal sealed class IfKeyword(SchemaNode owner, JsonElement value, SchemaNode condition, SchemaNode? then, SchemaNode? otherwise)
    : Keyword(owner, "if", value)
{
    public override IEnumerable<SchemaNode> InPlace => new[] { condition, then, otherwise }.OfType<SchemaNode>();

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        var own = evaluated is null ? null : EvaluatedMembers.Of(instance);
        bool holds = run.Test(condition, instance, own);
        if (holds)
        {
            evaluated?.Merge(own);
        }
        return (holds ? then : otherwise) is not { } node || run.Apply(node, instance, evaluated);
    }
}

/// <summary>dependentSchemas, and the schemas of the older dependencies.</summary>
internal sealed class DependentSchemasKeyword(SchemaNode owner, string name, JsonElement value) : Keyword(owner, name, value)
{
    public List<(string Trigger, SchemaNode Node)> Dependencies { get; } = [];

    public override IEnumerable<SchemaNode> InPlace => Dependencies.Select(d => d.Node);

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }
        bool valid = true;
        foreach (var (trigger, node) in Dependencies)
        {
            valid &= !JsonText.HasProperty(instance, trigger) || run.Apply(node, instance, evaluated);
        }
        return valid;
    }
}

/// <summary>The older keyword that dependentRequired and dependentSchemas came from.</summary>
internal sealed class DependenciesKeyword(
    SchemaNode owner, string name, JsonElement value, DependentRequiredKeyword required, DependentSchemasKeyword schemas)
    : Keyword(owner, name, value)
{
    public override IEnumerable<SchemaNode> InPlace => schemas.InPlace;

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated) =>
        required.Evaluate(run, instance, evaluated) & schemas.Evaluate(run, instance, evaluated);
}
