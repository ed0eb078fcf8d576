namespace ConfigGen.Core.Catalog;

/// <summary>curated.pack: what is written about keys.</summary>
internal sealed class CuratedCatalog(PackFile? pack)
{
    public static CuratedCatalog BuiltIn { get; } = new(PackFile.BuiltIn("curated"));

    public IEnumerable<string> Keys => pack?.Keys() ?? [];

    /// <summary>The entry of the key, else that of its family: the row for "default", then the one for "all".</summary>
    public CuratedEntry? Find(string key)
    {
        if (Read(key) is { } own || KeyPattern.Interface(key) is not { } name)
        {
            return Read(key);
        }

        var (before, after) = (key[..key.IndexOf(name, StringComparison.Ordinal)], key[(key.IndexOf(name, StringComparison.Ordinal) + name.Length)..]);
        return Read($"{before}default{after}") ?? Read($"{before}all{after}");
    }

    private CuratedEntry? Read(string key) => pack?.Lines(key) is { IsEmpty: false } lines ? CuratedReader.Read(key, lines) : null;
}
