using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Catalog;

/// <summary>The distribution releases that a target may name.</summary>
public sealed class PlatformCatalog
{
    private readonly SysctlCatalog tables;
    private readonly ImmutableSortedDictionary<string, Platform> platforms;

    private PlatformCatalog(PackFile? pack, SysctlCatalog tables)
    {
        this.tables = tables;
        platforms = (pack?.All() ?? []).GroupBy(line => line[0], StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => new PlatformReader([.. g.Select(line => line.RemoveAt(0))], tables).Read(g.Key), StringComparer.Ordinal);
    }

    /// <summary>The platforms that travel inside the tool.</summary>
    public static PlatformCatalog BuiltIn { get; } = new(PackFile.BuiltIn("platforms"), SysctlCatalog.BuiltIn);

    /// <summary>Every platform, ordered by id.</summary>
    public IEnumerable<Platform> All => platforms.Values;

    /// <summary>The platform of that id; null when there is none.</summary>
    public Platform? Find(string id) => platforms.GetValueOrDefault(id);

    /// <summary>Ids that look like a mistyped one, best first.</summary>
    public ImmutableArray<string> Suggest(string id, int max = 3) =>
    [
        .. platforms.Keys.Select(known => (known, Distance: EditDistance.Between(id, known, 4))).Where(k => k.Distance is > 0 and <= 4)
            .OrderBy(k => k.Distance).ThenBy(k => k.known, StringComparer.Ordinal).Take(max).Select(k => k.known),
    ];

    /// <summary>Every known kernel for "6.12" or "6.12.117" (the version alone where no table describes it); empty when the text is no version.</summary>
    public ImmutableArray<Kernel> Kernels(string kernelVersion) =>
        KernelVersion.TryParse(kernelVersion, out var version) ? tables.Kernels(version) : [];
}
