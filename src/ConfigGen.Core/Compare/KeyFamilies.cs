using System.Collections.Immutable;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Compare;

/// <summary>Keys that exist once per interface change together: one line for all of them.</summary>
internal static class KeyFamilies
{
    /// <summary>The same changes, those of one family as one, by group, name and kind.</summary>
    public static ImmutableArray<Change> Join(IEnumerable<Change> changes) =>
    [
        .. changes.GroupBy(c => (Family(c.Name), c.Kind, c.Text))
            .Select(g => g.First() with { Name = Name([.. g.Select(c => c.Name)]), Group = g.First().Group })
            .OrderBy(c => c.Group, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Kind),
    ];

    private static string Family(string key) => KeyPattern.Interface(key) is { } name ? Put(key, name, "*") : key;

    private static string Name(ImmutableArray<string> keys) =>
        keys.Length == 1 ? keys[0] : Put(keys[0], KeyPattern.Interface(keys[0])!, $"{{{string.Join(',', keys.Select(k => KeyPattern.Interface(k)).Order(StringComparer.Ordinal))}}}");

    private static string Put(string key, string name, string instead)
    {
        var at = key.IndexOf($".{name}.", StringComparison.Ordinal) + 1;
        return key[..at] + instead + key[(at + name.Length)..];
    }
}
