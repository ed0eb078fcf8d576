using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>Finds the subschema behind a URI reference.</summary>
internal sealed class ReferenceResolver(SchemaCompiler compiler)
{
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);

    private readonly Queue<SchemaResource> _documents = new();

    /// <summary>Makes a document known by where it came from.</summary>
    public void RegisterDocument(SchemaResource resource) => _documents.Enqueue(resource);

    /// <summary>False if the URI already stands for something else.</summary>
    public bool Register(Uri uri, SchemaResource resource) => Known().TryAdd(uri.AbsoluteUri, resource);

    public void Replace(SchemaResource old, SchemaResource with) => Known()[old.BaseUri.AbsoluteUri] = with;

    /// <summary>The target, and the anchor that led to it if the fragment is one; null if there is no such subschema.</summary>
    public (SchemaNode Node, string? Anchor)? Resolve(SchemaResource from, string reference)
    {
        int hash = reference.IndexOf('#', StringComparison.Ordinal);
        var resource = hash == 0 ? from : Find(from.BaseUri, hash < 0 ? reference : reference[..hash]);
        string fragment = hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]);
        if (resource is null)
        {
            return null;
        }
        if (fragment.Length == 0 || fragment[0] == '/')
        {
            return Follow(resource.Root!, fragment) is { } node ? (node, null) : null;
        }
        return resource.Anchors.TryGetValue(fragment, out var anchored) ? (anchored, fragment) : null;
    }

    private SchemaResource? Find(Uri baseUri, string reference)
    {
        if (!Uri.TryCreate(baseUri, reference, out var uri))
        {
            return null;
        }
        return Known().TryGetValue(uri.AbsoluteUri, out var known) ? known : Load(uri);
    }

    private Dictionary<string, SchemaResource> Known()
    {
        while (_documents.TryDequeue(out var document))
        {
            _resources.TryAdd(document.BaseUri.AbsoluteUri, document);
        }
        return _resources;
    }

    private SchemaResource? Load(Uri uri)
    {
        if (compiler.Options.Resolve?.Invoke(uri) is not { } document)
        {
            return null;
        }
        return compiler.CompileDocument(document, uri, uri.AbsoluteUri + "#").Resource;
    }

    private SchemaNode? Follow(SchemaNode from, string pointer)
    {
        if (pointer.Length == 0)
        {
            return from;
        }
        string[] tokens = pointer[1..].Split('/');
        var node = from;
        int at = 0;
        while (at < tokens.Length && Descend(node, tokens, ref at) is { } next)
        {
            node = next;
        }
        return at == tokens.Length ? node : CompileUnknown(node, tokens.AsSpan(at));
    }

    /// <summary>A step to a subschema takes one token (not) or two (properties/name).</summary>
    private static SchemaNode? Descend(SchemaNode node, string[] tokens, ref int at)
    {
        string token = tokens[at];
        if (node.Child(token) is { } single)
        {
            at++;
            return single;
        }
        if (at + 1 < tokens.Length && node.Child($"{token}/{tokens[at + 1]}") is { } pair)
        {
            at += 2;
            return pair;
        }
        return null;
    }

    /// <summary>A reference into a keyword that is not known to hold schemas makes one of what is there.</summary>
    private SchemaNode? CompileUnknown(SchemaNode node, ReadOnlySpan<string> tokens)
    {
        string key = string.Join('/', tokens);
        if (node.Child(key) is { } compiled)
        {
            return compiled;
        }
        var found = JsonPointer.Follow(node.Source, tokens);
        return found is { ValueKind: JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False } schema
            ? compiler.Compile(node, key, schema)
            : null;
    }
}
