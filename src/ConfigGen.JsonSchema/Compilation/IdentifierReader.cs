using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>Reads what gives a subschema a name: <c>$id</c>, <c>$anchor</c> and <c>$dynamicAnchor</c>.</summary>
internal sealed class IdentifierReader(SchemaCompiler compiler, SchemaNode node, SchemaMembers members)
{
    public void Read()
    {
        if (Text("$id") is { } id)
        {
            ReadId(id);
        }
        if (Anchor("$anchor") is { } anchor && !node.Resource.Anchors.TryAdd(anchor, node))
        {
            compiler.Report(node, "$anchor", $"The anchor \"{anchor}\" is defined twice.");
        }
        if (Anchor("$dynamicAnchor") is { } dynamicAnchor)
        {
            ReadDynamicAnchor(dynamicAnchor);
        }
    }

    private void ReadId(string id)
    {
        string absolute = id.EndsWith('#') ? id[..^1] : id;
        if (absolute.Contains('#', StringComparison.Ordinal) || !Uri.TryCreate(node.Resource.BaseUri, absolute, out var uri))
        {
            compiler.Report(node, "$id", $"\"{id}\" is not a URI reference without fragment.");
            return;
        }
        var outer = node.Resource;
        bool isRoot = ReferenceEquals(outer.Root, node);
        var dialect = isRoot ? outer.Dialect : DialectReader.Read(compiler, node.Source, node.Pointer, outer.Dialect);
        var resource = new SchemaResource(uri, dialect) { Root = node };
        node.Resource = resource;
        if (!compiler.Resolver.Register(uri, resource) && !isRoot)
        {
            compiler.Report(node, "$id", $"The identifier \"{uri}\" is given twice.");
        }
        else if (isRoot)
        {
            // The document is known by both names; what was registered for the place it came from must be this resource.
            compiler.Resolver.Replace(outer, resource);
        }
    }

    private void ReadDynamicAnchor(string name)
    {
        bool isNew = node.Resource.DynamicAnchors.TryAdd(name, node);
        bool isFree = node.Resource.Anchors.TryAdd(name, node) || ReferenceEquals(node.Resource.Anchors[name], node);
        if (!isNew || !isFree)
        {
            compiler.Report(node, "$dynamicAnchor", $"The anchor \"{name}\" is defined twice.");
        }
    }

    private string? Anchor(string keyword)
    {
        string? name = Text(keyword);
        if (name is null || IsAnchorName(name))
        {
            return name;
        }
        compiler.Report(
            node, keyword, $"\"{name}\" is not a name of ASCII letters, digits, '-', '_' and '.' beginning with a letter or '_'.");
        return null;
    }

    private string? Text(string keyword)
    {
        if (members.Find(keyword) is not { } value)
        {
            return null;
        }
        if (value.ValueKind == JsonValueKind.String)
        {
            return JsonText.Of(value);
        }
        compiler.Report(node, keyword, "The value must be a string.");
        return null;
    }

    /// <summary>Core, section 8.2.2.</summary>
    private static bool IsAnchorName(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') &&
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
