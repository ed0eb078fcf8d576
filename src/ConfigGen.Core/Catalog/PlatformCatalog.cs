using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>The distribution releases that a target may name.</summary>
public sealed class PlatformCatalog
{
    private readonly SysctlCatalog tables;
    private readonly ImmutableSortedDictionary<string, Platform> platforms;

    private PlatformCatalog(PackFile? pack, SysctlCatalog tables)
    {
        this.tables = tables;
        var lines = (pack?.All() ?? []).GroupBy(line => line[0], StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Select(line => line.RemoveAt(0)).ToImmutableArray(), StringComparer.Ordinal);
        platforms = lines.SelectMany(p => new PlatformReader(Resolved(p.Value, lines), tables).Read(p.Key))
            .ToImmutableSortedDictionary(p => p.Id, p => p, StringComparer.Ordinal);
    }

    /// <summary>The platforms that travel inside the tool.</summary>
    public static PlatformCatalog BuiltIn { get; } = new(PackFile.BuiltIn("platforms"), SysctlCatalog.BuiltIn);

    /// <summary>Every platform but the minor releases, ordered by id.</summary>
    public IEnumerable<Platform> All => platforms.Values.Where(p => p.MinorOf is null);

    /// <summary>Every platform but the minor releases in few words: "debian-11, -12, -13; fedora-43, …".</summary>
    public string Listing => string.Join("; ", All.GroupBy(p => NameOf(p.Id), StringComparer.Ordinal)
        .Select(g => g.Key + string.Join(", ", g.Select(p => p.Id[g.Key.Length..]))));

    /// <summary>The minor releases of a platform, ordered by id; empty where it has none.</summary>
    public IEnumerable<Platform> MinorsOf(string id) => platforms.Values.Where(p => p.MinorOf == id);

    /// <summary>The platform or minor release of that id; null when there is none.</summary>
    public Platform? Find(string id) => platforms.GetValueOrDefault(id);

    /// <summary>Ids that look like a mistyped one or name the same release otherwise, best first.</summary>
    public ImmutableArray<string> Suggest(string id, int max = 3) => PlatformSuggestions.For(id, platforms.Values, max);

    /// <summary>Every known kernel for "6.12" or "6.12.117" (the version alone where no table describes it); empty when the text is no version.</summary>
    public ImmutableArray<Kernel> Kernels(string kernelVersion) =>
        KernelVersion.TryParse(kernelVersion, out var version) ? tables.Kernels(version) : [];

    private static string NameOf(string id) => id.LastIndexOf('-') is > 0 and var dash && char.IsAsciiDigit(id[dash + 1]) ? id[..dash] : id;

    private static ImmutableArray<ImmutableArray<string>> Resolved(
        ImmutableArray<ImmutableArray<string>> own, ImmutableSortedDictionary<string, ImmutableArray<ImmutableArray<string>>> all) =>
        own.FirstOrDefault(l => l[0] == "like") is { IsDefault: false } like ? PlatformReader.Like(own, all[like[1]]) : own;
}
