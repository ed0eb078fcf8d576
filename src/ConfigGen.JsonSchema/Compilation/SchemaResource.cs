namespace ConfigGen.JsonSchema;

/// <summary>A part of a schema with an identity of its own: what references and anchors are relative to.</summary>
internal sealed class SchemaResource(Uri? baseUri, Dialect dialect)
{
    private Uri? _baseUri = baseUri;

    /// <summary>Made when first asked for: most schemas refer to themselves only.</summary>
    public Uri BaseUri => _baseUri ??= new("schema://document/");

    public Dialect Dialect { get; } = dialect;

    public SchemaNode? Root { get; set; }

    public Dictionary<string, SchemaNode> Anchors { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SchemaNode> DynamicAnchors { get; } = new(StringComparer.Ordinal);
}

/// <summary>The vocabularies in force: a metaschema may leave some out. Core is always in force.</summary>
/// <param name="Applicator">Whether keywords that apply subschemas count.</param>
/// <param name="Validation">Whether assertions count.</param>
/// <param name="Unevaluated">Whether unevaluatedItems and unevaluatedProperties count.</param>
internal sealed record Dialect(bool Applicator, bool Validation, bool Unevaluated)
{
    public static Dialect Full { get; } = new(true, true, true);
}
