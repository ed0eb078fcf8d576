using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>Reads a platform from its lines in platforms.pack.</summary>
internal sealed class PlatformReader(ImmutableArray<ImmutableArray<string>> lines, SysctlCatalog tables)
{
    public Platform Read(string id)
    {
        var family = One("family") switch
        {
            "debian" => KernelFamily.Debian,
            "ubuntu" => KernelFamily.Ubuntu,
            "redhat" => KernelFamily.RedHat,
            _ => KernelFamily.Upstream,
        };
        var kernels = lines.Where(l => l[0] == "kernel").SelectMany(l => KernelsOf(l, family));
        return new Platform(id, One("title") ?? id, [.. kernels], One("systemd"), One("procps"))
        {
            SupportedUntil = Date(One("support")),
            LongSupportUntil = Date(One("support", 2)),
            VendorSettings = lines.Where(l => l[0] == "vendor").ToImmutableSortedDictionary(l => l[1], l => l[2], StringComparer.Ordinal),
        };
    }

    private string? One(string name, int field = 1) =>
        lines.FirstOrDefault(l => l[0] == name) is { IsDefault: false } line ? line[field] : null;

    /// <summary>The table named, else every known point release of the series, else the series alone.</summary>
    private ImmutableArray<Kernel> KernelsOf(ImmutableArray<string> line, KernelFamily family) =>
        !KernelVersion.TryParse(line[1], out var version) ? throw new InvalidDataException($"platforms.pack names no kernel version: {line[1]}")
        : line[3].Length > 0 ? [new Kernel(version, family, line[3])]
        : tables.Kernels(version, family);

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
