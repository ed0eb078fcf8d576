using System.Collections.Concurrent;

namespace ConfigGen.Core.Catalog;

/// <summary>curated.pack: what is written about keys.</summary>
internal sealed class CuratedCatalog(PackFile? pack)
{
    /// <summary>Entries read so far; only rows of the pack get in, so it stays as small as the pack.</summary>
    private readonly ConcurrentDictionary<string, CuratedEntry> _read = new(StringComparer.Ordinal);

    public static CuratedCatalog BuiltIn { get; } = new(PackFile.BuiltIn("curated"));

    public IEnumerable<string> Keys => pack?.Keys() ?? [];

    /// <summary>The entry of the key, else that of its family: the row for "default", then the one for "all".</summary>
    public CuratedEntry? Find(string key)
    {
        var own = Read(key);
        if (own is not null || KeyPattern.Interface(key) is not { } name)
        {
            return own;
        }

        var (before, after) = (key[..key.IndexOf(name, StringComparison.Ordinal)], key[(key.IndexOf(name, StringComparison.Ordinal) + name.Length)..]);
        return Read($"{before}default{after}") ?? Read($"{before}all{after}");
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
