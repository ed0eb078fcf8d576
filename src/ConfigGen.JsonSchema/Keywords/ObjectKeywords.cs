using System.Collections.Immutable;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>properties, patternProperties and additionalProperties, in one pass over the object.</summary>
internal sealed class PropertiesKeyword(SchemaNode owner, string keyword, JsonElement value) : Keyword(owner, keyword, value)
{
    private ImmutableArray<string> _allowed;

    public Dictionary<string, SchemaNode> Properties { get; } = new(StringComparer.Ordinal);

    public List<(SchemaPattern Pattern, SchemaNode Node)> Patterns { get; } = [];

    public SchemaNode? Additional { get; set; }

    public override IEnumerable<string> ListedNames => Properties.Where(p => !p.Value.IsFalse).Select(p => p.Key);

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }
        bool valid = true;
        int position = 0;
        foreach (var property in instance.EnumerateObject())
        {
            string name = JsonText.NameOf(property);
            run.Location.Enter(name, position);
            valid &= EvaluateProperty(run, name, property.Value, position, evaluated);
            run.Location.Leave();
            if (!valid && run.StopsAtFirst)
            {
                return false;
            }
            position++;
        }
        return valid;
    }

    private bool EvaluateProperty(EvaluationRun run, string name, JsonElement value, int position, EvaluatedMembers? evaluated)
    {
        bool valid = true;
        bool matched = false;
        if (Properties.TryGetValue(name, out var node))
        {
            matched = true;
            valid = Apply(run, node, "properties", name, value);
        }
        foreach (var (pattern, patternNode) in Patterns)
        {
            if (pattern.Matches(name) is not { } matches)
            {
                return run.GiveUp(EvaluationLimit.PatternTime, patternNode.Pointer, patternNode.Source);
            }
            matched |= matches;
            valid &= !matches || Apply(run, patternNode, "patternProperties", name, value);
        }
        if (!matched && Additional is not null)
        {
            matched = true;
            valid = Apply(run, Additional, "additionalProperties", name, value);
        }
        if (matched)
        {
            evaluated?.Mark(position);
        }
        return valid;
    }

    private bool Apply(EvaluationRun run, SchemaNode node, string keyword, string name, JsonElement value) => node.IsFalse
        ? run.FailProperty(keyword, node, name, Allowed(), [])
        : run.Apply(node, value, null);

    private ImmutableArray<string> Allowed() =>
        _allowed.IsDefault ? _allowed = [.. ListedNames.Order(StringComparer.Ordinal)] : _allowed;
}

internal sealed class PropertyNamesKeyword(SchemaNode owner, JsonElement value, SchemaNode names) : Keyword(owner, "propertyNames", value)
{
    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }
        bool valid = true;
        int position = 0;
        foreach (var property in instance.EnumerateObject())
        {
            string name = JsonText.NameOf(property);
            run.Location.Enter(name, position++);
            valid &= run.Test(names, JsonText.ToElement(name), null) || FailName(run, name);
            run.Location.Leave();
            if (!valid && run.StopsAtFirst)
            {
                return false;
            }
        }
        return valid;
    }

    private bool FailName(EvaluationRun run, string name)
    {
        if (run.StopsAtFirst)
        {
            return false;
        }
        var causes = names.IsFalse ? [] : PlacedViolation.Sort(run.Collect(names, JsonText.ToElement(name), null));
        return run.FailProperty(Name, names, name, AllowedNames.ListedBy(names, k => k is EnumKeyword), causes);
    }
}

internal sealed class RequiredKeyword(SchemaNode owner, JsonElement value, string[] names) : Keyword(owner, "required", value)
{
    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }
        bool valid = true;
        foreach (string name in names)
        {
            valid &= JsonText.HasProperty(instance, name) || run.Fail(this, name);
        }
        return valid;
    }
}

internal sealed class DependentRequiredKeyword(SchemaNode owner, string keyword, JsonElement value) : Keyword(owner, keyword, value)
{
    public List<(string Trigger, string[] Names, JsonElement Value)> Dependencies { get; } = [];

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }
        bool valid = true;
        foreach (var (trigger, names, value) in Dependencies)
        {
            foreach (string name in JsonText.HasProperty(instance, trigger) ? names : [])
            {
                valid &= JsonText.HasProperty(instance, name) ||
                    run.Fail(Name, $"{Owner.Pointer}/{Name}/{JsonPointer.Escape(trigger)}", value, name);
            }
        }
        return valid;
    }
}
