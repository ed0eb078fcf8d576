using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>Reads a platform and its minor releases from its lines in platforms.pack.</summary>
internal sealed class PlatformReader(ImmutableArray<ImmutableArray<string>> lines, SysctlCatalog tables)
{
    private const string MinorSuffix = "-rhel";

    /// <summary>The lines of a platform that is said to be like another: its own, and those of the other for the facts that it does not state itself.</summary>
    /// <remarks>Its minor releases are the other's only while its kernels are.</remarks>
    public static ImmutableArray<ImmutableArray<string>> Like(ImmutableArray<ImmutableArray<string>> own, ImmutableArray<ImmutableArray<string>> other)
    {
        var stated = own.Select(l => l[0]).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. other.Where(l => !stated.Contains(l[0]) && (l[0] != "minor" || !stated.Contains("kernel")))];
    }

    /// <summary>The platform, then its minor releases.</summary>
    public IEnumerable<Platform> Read(string id)
    {
        var systemd = One("systemd");
        var platform = new Platform(id, One("title") ?? id, Kernels(null), systemd == "none" ? null : systemd, One("procps"))
        {
            WithoutSystemd = systemd == "none",
            SupportedUntil = Date(One("support")),
            LongSupportUntil = Date(One("support", 2)),
            VendorSettings = VendorSettings(),
        };
        return lines.Where(l => l[0] == "minor").Select(l => Minor(platform, l[1], l[2])).Prepend(platform);
    }

    private Platform Minor(Platform major, string release, string systemd)
    {
        var point = release[release.IndexOf('.', StringComparison.Ordinal)..];
        return major with
        {
            Id = major.Id + point,
            Title = major.Title + point,
            MinorOf = major.Id,
            Kernels = Kernels(release),
            Systemd = systemd,
            Procps = null,
            SupportedUntil = null,
            LongSupportUntil = null,
        };
    }

    private string? One(string name, int field = 1) =>
        lines.FirstOrDefault(l => l[0] == name) is { IsDefault: false } line ? line[field] : null;

    private ImmutableArray<Kernel> Kernels(string? minor)
    {
        var family = Family(One("family"));
        return [.. lines.Where(l => l[0] == "kernel").SelectMany(l => KernelsOf(l, l[4].Length > 0 ? Family(l[4]) : family, minor)).Distinct()];
    }

    private static KernelFamily Family(string? name) => name switch
    {
        "debian" => KernelFamily.Debian,
        "ubuntu" => KernelFamily.Ubuntu,
        "redhat" => KernelFamily.RedHat,
        _ => KernelFamily.Other,
    };

    /// <summary>The table named (that of the minor release, where one is asked for), else every known point release of the series, else the series alone.</summary>
    private ImmutableArray<Kernel> KernelsOf(ImmutableArray<string> line, KernelFamily family, string? minor) =>
        !KernelVersion.TryParse(line[1], out var version) ? throw new InvalidDataException($"platforms.pack names no kernel version: {line[1]}")
        : minor is not null ? [new Kernel(version, family, $"{line[1]}{MinorSuffix}{minor}")]
        : line[3].Length > 0 ? [new Kernel(version, family, line[3])]
        : tables.Kernels(version, family);

    /// <summary>Files are read in the order of their names, the last one wins; what systemd does itself comes before.</summary>
    private ImmutableSortedDictionary<string, VendorSetting> VendorSettings()
    {
        var settings = ImmutableSortedDictionary.CreateBuilder<string, VendorSetting>(StringComparer.Ordinal);
        foreach (var line in lines.Where(l => l[0] == "vendor").OrderBy(l => l[1] == "systemd" ? "" : l[1], StringComparer.Ordinal))
        {
            settings[line[2]] = new VendorSetting(line[3], line[1]);
        }

        return settings.ToImmutable();
    }

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
