using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>
/// Reads a schema and every document it refers to into nodes. The whole schema is read at once, as any part may hold an identifier or
/// a mistake; regular expressions are only checked here and built when first matched.
/// </summary>
internal sealed class SchemaCompiler(JsonSchemaOptions options)
{
    private readonly List<SchemaProblem> _problems = [];
    private readonly Queue<Action> _unresolved = new();
    private ReferenceResolver? _resolver;

    public JsonSchemaOptions Options { get; } = options;

    public ReferenceResolver Resolver => _resolver ??= new(this);

    /// <summary>In the order in which they were found, which is document order but for references.</summary>
    public ImmutableArray<SchemaProblem> Problems() => [.. _problems];

    public void Report(string pointer, string message) => _problems.Add(new(pointer, message));

    public void Report(SchemaNode node, string keyword, string message) =>
        Report(keyword.Length == 0 ? node.Pointer : $"{node.Pointer}/{keyword}", message);

    /// <summary>Puts off what can only be done when all identifiers are known.</summary>
    public void WhenIdentifiersAreKnown(Action resolve) => _unresolved.Enqueue(resolve);

    public SchemaNode CompileDocument(JsonElement schema)
    {
        var root = CompileDocument(schema, Options.BaseUri, prefix: "");
        while (_unresolved.TryDequeue(out var resolve))
        {
            resolve();
        }
        return root;
    }

    public SchemaNode CompileDocument(JsonElement schema, Uri? retrievedFrom, string prefix)
    {
        var resource = new SchemaResource(retrievedFrom, DialectReader.Read(this, schema, prefix));
        var root = new SchemaNode(null, prefix, schema, resource);
        resource.Root = root;
        Resolver.RegisterDocument(resource);
        Fill(root);
        return root;
    }

    public SchemaNode Compile(SchemaNode parent, string key, JsonElement source)
    {
        var node = new SchemaNode(parent, key, source, parent.Resource);
        parent.AddChild(node);
        if (node.Depth > Options.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Report(node, "", $"Subschemas are nested more than {Math.Min(node.Depth - 1, Options.MaxDepth)} deep.");
        }
        else
        {
            Fill(node);
        }
        return node;
    }

    private void Fill(SchemaNode node)
    {
        if (node.IsTrue || node.IsFalse)
        {
            return;
        }
        if (node.Source.ValueKind != JsonValueKind.Object)
        {
            Report(node, "", "A schema is an object, true or false.");
            return;
        }
        var members = new SchemaMembers(node.Source);
        new IdentifierReader(this, node, members).Read();
        new KeywordReader(this, node, members).Read();
    }
}
