using System.Collections.Immutable;

namespace ConfigGen.JsonSchema;

/// <summary>What a schema would have accepted, for "did you mean".</summary>
internal static class AllowedNames
{
    /// <summary>The names listed by a subschema and by all that it applies to the same value, in ordinal order.</summary>
    public static ImmutableArray<string> ListedBy(SchemaNode node, Func<Keyword, bool> counts)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<SchemaNode> { node };
        var open = new Queue<SchemaNode>(seen);
        while (open.TryDequeue(out var next))
        {
            foreach (var keyword in next.Keywords)
            {
                names.UnionWith(counts(keyword) ? keyword.ListedNames : []);
                foreach (var inPlace in keyword.InPlace.Where(seen.Add))
                {
                    open.Enqueue(inPlace);
                }
            }
        }
        return [.. names];
    }
}
