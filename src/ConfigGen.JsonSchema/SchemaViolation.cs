using System.Collections.Immutable;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>One way in which an instance does not satisfy a schema.</summary>
/// <param name="Keyword">
/// The keyword that was not satisfied. A subschema that is literally <c>false</c> is reported as the keyword that applied it, and a
/// whole schema that is <c>false</c> as "". A validation that was given up is one of the names in <see cref="EvaluationLimit"/>.
/// </param>
/// <param name="InstancePointer">
/// The JSON Pointer of the value; for a violation about a property, of the object that has or lacks it.
/// </param>
/// <param name="SchemaPointer">The JSON Pointer of the keyword, references followed; preceded by "URI#" in another document.</param>
/// <param name="KeywordValue">The value of the keyword in the schema.</param>
/// <param name="Property">
/// The property concerned, for properties, patternProperties, additionalProperties, unevaluatedProperties and propertyNames;
/// the missing one for required and dependentRequired; otherwise null.
/// </param>
/// <param name="Causes">
/// For anyOf and oneOf, why the closest branch does not match (empty when several branches of oneOf match, or when the type of the
/// value rules all of them out); for propertyNames, what is wrong with the name; otherwise empty.
/// </param>
public sealed record SchemaViolation(
    string Keyword,
    string InstancePointer,
    string SchemaPointer,
    JsonElement KeywordValue,
    string? Property,
    ImmutableArray<SchemaViolation> Causes)
{
    /// <summary>
    /// The property names that would have been accepted instead of <see cref="Property"/>, as far as the schema lists them; for anyOf and
    /// oneOf where the type of the value rules all branches out, the types they accept. In ordinal order.
    /// </summary>
    public ImmutableArray<string> Allowed { get; init; } = [];
}
