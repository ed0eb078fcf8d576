using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>Reads the keywords of one subschema. Unknown ones are annotations and mean nothing here.</summary>
internal sealed class KeywordReader(SchemaCompiler compiler, SchemaNode node, SchemaMembers members)
{
    private readonly AssertionReader _assertions = new(compiler, node);
    private readonly ApplicatorReader _applicators = new(compiler, node, members);
    private readonly List<Keyword> _keywords = [];
    private readonly List<Keyword> _last = [];

    public void Read()
    {
        for (int i = 0; i < members.Count; i++)
        {
            var (name, value) = members[i];
            if (members.IsRepeated(i))
            {
                compiler.Report(node, JsonPointer.Escape(name), "The keyword is given twice.");
            }
            else
            {
                Read(name, value);
            }
        }
        node.AsksEvaluated = _last.Count > 0;
        node.Keywords = [.. _keywords, .. _last];
    }

    private void Read(string name, JsonElement value)
    {
        var dialect = node.Resource.Dialect;
        if (ReadReference(name, value) is { } reference)
        {
            _keywords.Add(reference);
        }
        else if (dialect.Validation && _assertions.Read(name, value) is { } assertion)
        {
            _keywords.Add(assertion);
        }
        else if (dialect.Applicator && _applicators.Read(name, value) is { } applicator)
        {
            _keywords.Add(applicator);
        }
        else if (dialect.Unevaluated && _applicators.ReadUnevaluated(name, value) is { } unevaluated)
        {
            _last.Add(unevaluated);
        }
    }

    private ReferenceKeyword? ReadReference(string name, JsonElement value)
    {
        switch (name)
        {
            case "$ref":
                return Resolve(new ReferenceKeyword(node, name, value));
            case "$dynamicRef":
                return Resolve(new DynamicReferenceKeyword(node, value));
            case "$defs" or "definitions":
                _applicators.Map(name, value, (_, _) => { });
                return null;
            default:
                return null;
        }
    }

    private ReferenceKeyword? Resolve(ReferenceKeyword keyword)
    {
        if (keyword.Value.ValueKind != JsonValueKind.String)
        {
            compiler.Report(node, keyword.Name, "The value must be a string.");
            return null;
        }
        string reference = JsonText.Of(keyword.Value);
        compiler.WhenIdentifiersAreKnown(() => Resolve(keyword, reference));
        return keyword;
    }

    private void Resolve(ReferenceKeyword keyword, string reference)
    {
        if (compiler.Resolver.Resolve(node.Resource, reference) is not { } found)
        {
            compiler.Report(node, keyword.Name, $"There is no schema \"{reference}\".");
            return;
        }
        keyword.Target = found.Node;
        if (keyword is DynamicReferenceKeyword dynamic && found.Anchor is { } anchor &&
            found.Node.Resource.DynamicAnchors.TryGetValue(anchor, out var dynamicAnchor) && ReferenceEquals(dynamicAnchor, found.Node))
        {
            dynamic.DynamicAnchor = anchor;
        }
    }
}
