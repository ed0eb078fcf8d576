using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Capture;

/// <summary>Tells from a host's own words which kernel, platform and size it has.</summary>
public static partial class HostIdentity
{
    /// <summary>What is known of the host; null where its kernel's version cannot be told.</summary>
    public static CapturedHost? Of(HostText text, PlatformCatalog platforms)
    {
        if (text.Release is null || Start().Match(text.Release) is not { Success: true } start)
        {
            return null;
        }

        var family = FamilyOf(text.Release[start.Length..], text.Version ?? "");
        return VersionOf(start.Value, family, text.Version ?? "") is not { } version ? null : new CapturedHost(version)
        {
            Release = text.Release.Trim(),
            Family = family,
            Platform = PlatformOf(text.Distribution ?? "", platforms),
            Memory = Memory().Match(text.Memory ?? "") is { Success: true } memory ? $"{memory.Groups["kib"].Value}Ki" : null,
            Cpus = Processor().Count(text.Processors ?? "") is > 0 and var cpus ? cpus : null,
            Systemd = Number().Match(text.Systemd ?? "") is { Success: true } systemd && int.TryParse(systemd.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null,
            Procps = Dotted().Match(text.Procps ?? "") is { Success: true } procps ? procps.Value : null,
        };
    }

    /// <summary>The kernels of the catalogue that stand for the host's: those of its platform where that ships the series, else those of the version.</summary>
    public static ImmutableArray<Kernel> Kernels(CapturedHost host, PlatformCatalog platforms, SysctlCatalog catalog)
    {
        var shipped = host.Family is KernelFamily.RedHat or KernelFamily.Ubuntu && host.Platform is { } id && platforms.Find(id) is { } platform
            ? platform.Kernels.Where(k => k.Family == host.Family && (k.Version.Major, k.Version.Minor) == (host.Kernel.Major, host.Kernel.Minor)).ToImmutableArray()
            : [];
        return shipped.IsEmpty ? catalog.Kernels(host.Kernel, host.Family) : shipped;
    }

    // Debian names a kernel by its binary interface ("6.1.0-28-amd64"), and its version only in what uname -v prints; the point
    // releases of Red Hat and Ubuntu say nothing of mainline's.
    private static KernelVersion? VersionOf(string release, KernelFamily family, string version)
    {
        var text = family == KernelFamily.Debian && DebianVersion().Match(version) is { Success: true } debian ? debian.Groups["version"].Value : release;
        return !KernelVersion.TryParse(text, out var parsed) ? null : family is KernelFamily.RedHat or KernelFamily.Ubuntu ? parsed with { Patch = null } : parsed;
    }

    private static KernelFamily FamilyOf(string suffix, string version) =>
        DebianVersion().IsMatch(version) ? KernelFamily.Debian
        : version.Contains("-Ubuntu", StringComparison.Ordinal) ? KernelFamily.Ubuntu
        : RedHat().IsMatch(suffix) ? KernelFamily.RedHat
        : suffix.Trim().Length == 0 || Candidate().IsMatch(suffix) ? KernelFamily.Upstream
        : KernelFamily.Other;

    /// <summary>The id of the platform that os-release(5) names; null where it is none that is known.</summary>
    public static string? PlatformOf(string distribution, PlatformCatalog platforms)
    {
        var (id, release) = (Field(distribution, "ID"), Field(distribution, "VERSION_ID"));
        var names = new[] { $"{id}-{release}", $"{id}-{release?.Split('.')[0]}", $"{id}" };
        return id is null ? null : names.FirstOrDefault(name => platforms.Find(name) is not null);
    }

    private static string? Field(string distribution, string name) =>
        distribution.Split('\n').FirstOrDefault(line => line.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..].Trim().Trim('"', '\'');

    [GeneratedRegex(@"^[0-9]+\.[0-9]+(\.[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Start();

    [GeneratedRegex(@"\bDebian (?<version>[0-9]+\.[0-9]+(\.[0-9]+)?)-", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DebianVersion();

    [GeneratedRegex(@"\.el[0-9]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RedHat();

    [GeneratedRegex(@"^-rc[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Candidate();

    [GeneratedRegex(@"^MemTotal:\s+(?<kib>[0-9]+) kB", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Memory();

    // Other architectures than s390 have a line "processor : 0" for each; s390 counts "processor 0:".
    [GeneratedRegex(@"^processor\s*[0-9:]", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Processor();

    [GeneratedRegex(@"[0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Dotted();
}
