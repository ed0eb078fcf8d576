namespace ConfigGen.Core.Catalog;

/// <summary>curated.pack: what is written about keys.</summary>
internal sealed class CuratedCatalog(PackFile? pack)
{
    public static CuratedCatalog BuiltIn { get; } = new(PackFile.BuiltIn("curated"));

    public IEnumerable<string> Keys => pack?.Keys() ?? [];

    public CuratedEntry? Find(string key) =>
        Read(key) ?? (KeyPattern.Representative(key) is var row && row != key ? Read(row) : null);

    private CuratedEntry? Read(string key) => pack?.Lines(key) is { IsEmpty: false } lines ? CuratedReader.Read(key, lines) : null;
}
