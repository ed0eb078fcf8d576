using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>The distribution releases that a target may name.</summary>
public sealed class PlatformCatalog
{
    private readonly ImmutableSortedDictionary<string, Platform> platforms;

    private PlatformCatalog(PackFile? pack) =>
        platforms = (pack?.All() ?? []).GroupBy(line => line[0], StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => PlatformReader.Read(g.Key, [.. g.Select(line => line.RemoveAt(0))]), StringComparer.Ordinal);

    /// <summary>The platforms that travel inside the tool.</summary>
    public static PlatformCatalog BuiltIn { get; } = new(PackFile.BuiltIn("platforms"));

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

    /// <summary>Every kernel that stands for a platform: the known point releases of each series it ships, or the series where none is known.</summary>
    public static ImmutableArray<Kernel> KernelsFor(Platform platform, SysctlCatalog catalog) =>
        [.. platform.Kernels.SelectMany(k => k.Table is null ? catalog.Kernels(k.Version, k.Family) : [k])];

    /// <summary>Every known kernel for "6.12" or "6.12.117"; empty when the text is no version.</summary>
    public static ImmutableArray<Kernel> Kernels(string kernelVersion, SysctlCatalog catalog) =>
        KernelVersion.TryParse(kernelVersion, out var version) ? catalog.Kernels(version) : [];
}
