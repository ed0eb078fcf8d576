using System.Collections.Immutable;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>
/// A compiled JSON Schema, draft 2020-12: core, applicator, validation and unevaluated vocabularies; format and content are
/// annotations. Immutable and safe to share between threads. The document behind the schema element must stay undisposed.
/// </summary>
public sealed class JsonSchemaDocument
{
    private readonly SchemaNode _root;
    private readonly JsonSchemaOptions _options;

    private JsonSchemaDocument(SchemaNode root, JsonSchemaOptions options) => (_root, _options) = (root, options);

    /// <summary>Reads a schema. Every part of it is checked; a mistake in the schema is a problem, never an exception.</summary>
    public static JsonSchemaCompilation Compile(JsonElement schema, JsonSchemaOptions? options = null)
    {
        options ??= JsonSchemaOptions.Default;
        var compiler = new SchemaCompiler(options);
        var root = compiler.CompileDocument(schema);
        var problems = compiler.Problems();
        return new(problems.IsEmpty ? new(root, options) : null, problems);
    }

    /// <summary>
    /// Validates an instance. Empty if it is valid; otherwise the violations in the order of the instance document, those of one value in
    /// the order of the schema.
    /// </summary>
    public ImmutableArray<SchemaViolation> Validate(JsonElement instance)
    {
        if (instance.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException("The instance is not a JSON value.", nameof(instance));
        }
        return new EvaluationRun(_options).Validate(_root, instance);
    }
}
