using System.Collections.Concurrent;

namespace ConfigGen.Core.Catalog;

/// <summary>curated.pack: what is written about keys.</summary>
internal sealed class CuratedCatalog(PackFile? pack)
{
    /// <summary>Entries read so far; only rows of the pack get in, so it stays as small as the pack.</summary>
    private readonly ConcurrentDictionary<string, CuratedEntry> _read = new(StringComparer.Ordinal);

    public static CuratedCatalog BuiltIn { get; } = new(PackFile.BuiltIn("curated"));

    public IEnumerable<string> Keys => pack?.Keys() ?? [];

    /// <summary>The topic of every key. A walk over the pack.</summary>
    public IEnumerable<(string Key, string Topic)> Topics => (pack?.All() ?? []).Where(line => line[1] == "topic").Select(line => (line[0], line[2]));

    /// <summary>
    /// The entry of the key, else that of its family: the row for "all", which says what the key means, then the one for "default".
    /// </summary>
    public CuratedEntry? Find(string key)
    {
        var own = Read(key);
        return own is not null || KeyPattern.Interface(key) is null
            ? own
            : Read(KeyPattern.On(key, KeyPattern.All)) ?? Read(KeyPattern.On(key, KeyPattern.Default));
    }

    private CuratedEntry? Read(string key)
    {
        if (_read.TryGetValue(key, out var known))
        {
            return known;
        }

        return pack?.Lines(key) is { IsEmpty: false } lines ? _read.GetOrAdd(key, CuratedReader.Read(key, lines)) : null;
    }
}
