using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>Reads a platform from its lines in platforms.pack.</summary>
internal static class PlatformReader
{
    public static Platform Read(string id, ImmutableArray<ImmutableArray<string>> lines)
    {
        string? One(string name, int field = 1) => lines.FirstOrDefault(l => l[0] == name) is { IsDefault: false } line ? line[field] : null;
        var family = One("family") switch
        {
            "debian" => KernelFamily.Debian,
            "ubuntu" => KernelFamily.Ubuntu,
            "redhat" => KernelFamily.RedHat,
            _ => KernelFamily.Upstream,
        };
        return new Platform(id, One("title") ?? id, [.. lines.Where(l => l[0] == "kernel").Select(l => KernelOf(l, family))], One("systemd"), One("procps"))
        {
            SupportedUntil = Date(One("support")),
            LongSupportUntil = Date(One("support", 2)),
            VendorSettings = lines.Where(l => l[0] == "vendor").ToImmutableSortedDictionary(l => l[1], l => l[2], StringComparer.Ordinal),
        };
    }

    private static Kernel KernelOf(ImmutableArray<string> line, KernelFamily family) =>
        KernelVersion.TryParse(line[1], out var version)
            ? new Kernel(version, family, line[3].Length == 0 ? null : line[3])
            : throw new InvalidDataException($"platforms.pack names no kernel version: {line[1]}");

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
