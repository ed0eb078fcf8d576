using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Compare;

/// <summary>What is compared: a platform, a kernel or a version of systemd.</summary>
/// <param name="Label">As it was named.</param>
/// <param name="Kernels">Every kernel that such a host may run; empty for a version of systemd alone.</param>
/// <param name="Systemd">The major version of systemd; null for a kernel alone, and where there is none.</param>
public sealed record Side(string Label, ImmutableArray<Kernel> Kernels, int? Systemd)
{
    private const string SystemdPrefix = "systemd-";

    /// <summary>The platform, where one is named.</summary>
    public Platform? Platform { get; init; }

    /// <summary>Reads "debian-12", "6.1.192", "6.12", "5.14-rhel9.6" or "systemd-252"; or says what is wrong, as a sentence.</summary>
    public static (Side? Side, string? Problem) Read(string name, PlatformCatalog platforms, SysctlCatalog catalog)
    {
        if (platforms.Find(name) is { } platform)
        {
            return (new Side(name, platform.Kernels, Major(platform.Systemd)) { Platform = platform }, null);
        }

        if (name.StartsWith(SystemdPrefix, StringComparison.Ordinal))
        {
            return Major(name[SystemdPrefix.Length..]) is { } version
                ? (new Side(name, [], version), null)
                : (null, $"\"{name}\" names no version of systemd: write systemd-{UnitCatalog.BuiltIn.Versions[^1]}.");
        }

        if (catalog.Tables.FirstOrDefault(t => t.Name == name) is { } table)
        {
            return (new Side(name, [new Kernel(table.Version, table.Family, table.Name)], null), null);
        }

        return KernelVersion.TryParse(name, out var kernel)
            ? (new Side(name, catalog.Kernels(kernel), null), null)
            : (null, Unknown(name, platforms, catalog));
    }

    private static string Unknown(string name, PlatformCatalog platforms, SysctlCatalog catalog)
    {
        var nicknamed = platforms.All.Where(p => p.Title.Contains($"({name}", StringComparison.OrdinalIgnoreCase)).Select(p => p.Id).ToImmutableArray();
        var closest = nicknamed.IsEmpty ? platforms.Suggest(name.ToLowerInvariant().Replace(' ', '-')) : nicknamed;
        var known = platforms.All.Select(p => p.Id).Concat(catalog.Tables.Select(t => t.Name));
        var question = Spelling.Question(closest.IsEmpty ? Spelling.Closest(name, known) : closest);
        return $"\"{name}\" is not a platform, a kernel version or a version of systemd.{question} Known platforms: {string.Join(", ", platforms.All.Select(p => p.Id))}; "
            + "kernels such as 6.12 or 6.1.192; systemd-252.";
    }

    private static int? Major(string? version) =>
        int.TryParse(version?.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
}
