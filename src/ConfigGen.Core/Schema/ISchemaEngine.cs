using System.Collections.Immutable;
using System.Text.Json;

namespace ConfigGen.Core.Schema;

/// <summary>The one seam to JSON Schema 2020-12; two implementations, built in and over the JsonSchema.Net package.</summary>
public interface ISchemaEngine
{
    /// <summary>Every violation, in the order of the instance; empty when it is valid.</summary>
    ImmutableArray<SchemaViolation> Validate(JsonElement schema, JsonElement instance);
}

/// <summary>One broken keyword at one place; wording is the core's.</summary>
/// <param name="Keyword">Such as "type", "required", "additionalProperties".</param>
/// <param name="InstancePointer">JSON Pointer to the value in the instance.</param>
/// <param name="SchemaPointer">JSON Pointer to the keyword in the schema.</param>
/// <param name="Property">The property concerned, for keywords about names; null otherwise.</param>
public sealed record SchemaViolation(string Keyword, string InstancePointer, string SchemaPointer, string? Property)
{
    /// <summary>For anyOf and oneOf: what the closest branch says.</summary>
    public ImmutableArray<SchemaViolation> Causes { get; init; } = [];
}
