using System.Text.Json;

namespace ConfigGen.JsonSchema;

internal class ReferenceKeyword(SchemaNode owner, string name, JsonElement value) : Keyword(owner, name, value)
{
    /// <summary>What is referred to: set once all identifiers are known, as a reference may precede its target.</summary>
    public SchemaNode? Target { get; set; }

    public override IEnumerable<SchemaNode> InPlace => Target is null ? [] : [Target];

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated) =>
        Apply(run, Target!, instance, evaluated);

    protected bool Apply(EvaluationRun run, SchemaNode target, JsonElement instance, EvaluatedMembers? evaluated) =>
        target.IsFalse ? run.Fail(this) : run.Apply(target, instance, evaluated);
}

/// <summary>
/// <c>$dynamicRef</c>: where it first leads to a <c>$dynamicAnchor</c>, the outermost resource of the dynamic scope that has one of the
/// same name decides (core, section 8.2.3.2).
/// </summary>
internal sealed class DynamicReferenceKeyword(SchemaNode owner, JsonElement value) : ReferenceKeyword(owner, "$dynamicRef", value)
{
    /// <summary>The name of the dynamic anchor, or null if the reference is to be taken as it stands.</summary>
    public string? DynamicAnchor { get; set; }

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated) =>
        Apply(run, Outermost(run) ?? Target!, instance, evaluated);

    private SchemaNode? Outermost(EvaluationRun run)
    {
        if (DynamicAnchor is null)
        {
            return null;
        }
        foreach (var resource in run.DynamicScope)
        {
            if (resource.DynamicAnchors.TryGetValue(DynamicAnchor, out var node))
            {
                return node;
            }
        }
        return null;
    }
}
