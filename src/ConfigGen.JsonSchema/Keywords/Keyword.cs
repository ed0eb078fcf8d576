using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>One keyword of a subschema, or several that only make sense together.</summary>
internal abstract class Keyword(SchemaNode owner, string name, JsonElement value)
{
    public SchemaNode Owner { get; } = owner;

    public string Name { get; } = name;

    public JsonElement Value { get; } = value;

    /// <summary>The subschemas that are applied to the same value as the owner.</summary>
    public virtual IEnumerable<SchemaNode> InPlace => [];

    /// <summary>The property names that the keyword itself lists.</summary>
    public virtual IEnumerable<string> ListedNames => [];

    /// <summary>Whether the instance satisfies the keyword; if not, the run has been told why.</summary>
    /// <param name="run">The validation that is under way.</param>
    /// <param name="instance">The value.</param>
    /// <param name="evaluated">To be told which members were evaluated, or null if nobody asks.</param>
    public abstract bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated);
}
