using System.Collections.Immutable;
using System.Text.Json;
using ConfigGen.JsonSchema;

namespace ConfigGen.Tests.JsonSchema;

/// <summary>Schemas and instances as text, as the tests read best.</summary>
internal static class SchemaRun
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = int.MaxValue };

    public static JsonElement Json(string text) => JsonDocument.Parse(text, Deep).RootElement;

    public static JsonSchemaDocument Schema(string schema, JsonSchemaOptions? options = null)
    {
        var compiled = JsonSchemaDocument.Compile(Json(schema), options);
        Assert.Empty(compiled.Problems);
        return compiled.Schema!;
    }

    public static ImmutableArray<SchemaViolation> Validate(string schema, string instance, JsonSchemaOptions? options = null) =>
        Schema(schema, options).Validate(Json(instance));

    /// <summary>A violation in one line: keyword, place, property.</summary>
    public static string Line(SchemaViolation violation) =>
        $"{violation.Keyword} at '{violation.InstancePointer}'" + (violation.Property is null ? "" : $" about '{violation.Property}'");

    public static string[] Lines(string schema, string instance) => [.. Validate(schema, instance).Select(Line)];

    public static string[] Problems(string schema) =>
        [.. JsonSchemaDocument.Compile(Json(schema)).Problems.Select(p => $"{p.SchemaPointer}: {p.Message}")];
}
