using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>One subschema, compiled.</summary>
internal sealed class SchemaNode(SchemaNode? parent, string key, JsonElement source, SchemaResource resource)
{
    private Dictionary<string, SchemaNode>? _children;
    private string? _pointer;

    /// <summary>The pointer from the enclosing subschema to this one, such as "properties/name"; for a document, its prefix.</summary>
    public string Key { get; } = key;

    public JsonElement Source { get; } = source;

    /// <summary>The schema resource this belongs to: the nearest enclosing subschema with an <c>$id</c>, or the document.</summary>
    public SchemaResource Resource { get; set; } = resource;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public SchemaNode? Parent { get; } = parent;

    /// <summary>In the order in which they are evaluated: those that need the results of others come last.</summary>
    public Keyword[] Keywords { get; set; } = [];

    /// <summary>Whether a keyword asks which members of the instance the others have evaluated.</summary>
    public bool AsksEvaluated { get; set; }

    public bool IsTrue => Source.ValueKind == JsonValueKind.True;

    public bool IsFalse => Source.ValueKind == JsonValueKind.False;

    public string Pointer => _pointer ??= Parent is null ? Key : $"{Parent.Pointer}/{Key}";

    public void AddChild(SchemaNode child) => (_children ??= new(StringComparer.Ordinal))[child.Key] = child;

    public SchemaNode? Child(string key) => _children?.GetValueOrDefault(key);
}
