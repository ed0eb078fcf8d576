using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using ConfigGen.Core.Schema;
using Json.Schema;
using PackageSchema = Json.Schema.JsonSchema;

namespace ConfigGen.Core.Engines;

/// <summary>JSON Schema 2020-12 by the JsonSchema.Net package: formats are annotations, references leave the schema for nothing.</summary>
public sealed class JsonSchemaNetEngine : ISchemaEngine
{
    private CompiledSchema? _last;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The schema itself is wrong: schemas travel inside the tool, so that is a bug of the tool.</exception>
    public ImmutableArray<SchemaViolation> Validate(JsonElement schema, JsonElement instance)
    {
        // Applicators' errors are asked for because anyOf, oneOf and not have no other sign of having failed.
        var options = new EvaluationOptions
        {
            OutputFormat = OutputFormat.Hierarchical,
            RequireFormatValidation = false,
            IncludeApplicatorErrors = true,
        };
        var results = Compiled(schema).Evaluate(instance, options);
        return results.IsValid ? [] : new JsonSchemaNetViolations(schema, instance).Of(results);
    }

    // Thousands of specs are checked against one schema, so the last one is kept; a race costs one compilation.
    private PackageSchema Compiled(JsonElement schema)
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

    // A registry of its own: nothing that another schema registered can be referred to, and nothing is fetched.
    private static PackageSchema Compile(JsonElement schema) =>
        PackageSchema.Build(schema, new BuildOptions { SchemaRegistry = new SchemaRegistry(), Dialect = Dialect.Draft202012 }, null);

    private sealed record CompiledSchema(byte[] Text, PackageSchema Schema);
}
