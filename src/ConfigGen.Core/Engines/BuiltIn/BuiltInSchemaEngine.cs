using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using ConfigGen.Core.Schema;
using ConfigGen.JsonSchema;
using SchemaViolation = ConfigGen.Core.Schema.SchemaViolation;

namespace ConfigGen.Core.Engines;

/// <summary>JSON Schema 2020-12 by the engine of this repository.</summary>
public sealed class BuiltInSchemaEngine : ISchemaEngine
{
    private CompiledSchema? _last;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The schema itself is wrong: schemas travel inside the tool, so that is a bug of the tool.</exception>
    public ImmutableArray<SchemaViolation> Validate(JsonElement schema, JsonElement instance) =>
        Convert(Compiled(schema).Validate(instance));

    // Thousands of specs are checked against one schema, so the last one is kept; a race costs one compilation.
    private JsonSchemaDocument Compiled(JsonElement schema)
    {
        var last = Volatile.Read(ref _last);
        var text = JsonMarshal.GetRawUtf8Value(schema);
        if (last is null || !text.SequenceEqual(last.Text))
        {
            last = new CompiledSchema(text.ToArray(), Compile(schema.Clone()));
            Volatile.Write(ref _last, last);
        }

        return last.Schema;
    }

    private static JsonSchemaDocument Compile(JsonElement schema)
    {
        var compilation = JsonSchemaDocument.Compile(schema);
        return compilation.Schema ?? throw new ArgumentException(
            string.Join("; ", compilation.Problems.Select(p => $"{p.SchemaPointer}: {p.Message}")), nameof(schema));
    }

    private static ImmutableArray<SchemaViolation> Convert(ImmutableArray<ConfigGen.JsonSchema.SchemaViolation> violations) =>
        [.. violations.Select(v => new SchemaViolation(v.Keyword, v.InstancePointer, v.SchemaPointer, v.Property) { Causes = Convert(v.Causes) })];

    private sealed record CompiledSchema(byte[] Text, JsonSchemaDocument Schema);
}
