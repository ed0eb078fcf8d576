using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Spec.Resolve;

/// <summary>Names of platforms, kernels and captures to sets of kernels.</summary>
internal sealed class TargetResolution(PlatformCatalog platforms, ImmutableArray<Finding>.Builder findings)
{
    /// <summary>The targets that could be resolved; labels are made unique.</summary>
    /// <param name="specs">As written.</param>
    /// <param name="capture">The host of a captured table with its kernel, or null when it could not be read (a finding has been made).</param>
    public ImmutableArray<Target> Resolve(ImmutableArray<TargetSpec> specs, Func<Located<string>, (CapturedHost Host, Kernel Kernel)?> capture)
    {
        var targets = specs.Select(spec => One(spec, capture)).OfType<Target>().ToList();
        var taken = targets.GroupBy(t => t.Label, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).ToDictionary(g => g.Key, _ => 0, StringComparer.Ordinal);
        return [.. targets.Select(target => taken.ContainsKey(target.Label) ? target with { Label = Unique(Sized(target), taken) } : target)];
    }

    /// <summary>The label and what else tells targets of one platform apart: debian-12-16G-8cpu.</summary>
    private static string Sized(Target target) =>
        target.Label
        + (target.MemoryBytes is { } m ? $"-{Quantities.BytesInWords(m).Replace(" ", "", StringComparison.Ordinal).Replace("iB", "", StringComparison.Ordinal)}" : "")
        + (target.Cpus is { } c ? $"-{c.ToString(CultureInfo.InvariantCulture)}cpu" : "");

    private static string Unique(string label, Dictionary<string, int> taken)
    {
        var count = taken[label] = taken.GetValueOrDefault(label) + 1;
        return count == 1 ? label : $"{label}-{count.ToString(CultureInfo.InvariantCulture)}";
    }

    private Target? One(TargetSpec spec, Func<Located<string>, (CapturedHost Host, Kernel Kernel)?> capture)
    {
        var target = spec switch
        {
            { Platform: { } platform } => OfPlatform(spec, platform),
            { Kernel: { } kernel } => OfKernel(spec, kernel),
            { Capture: { } path } when capture(path) is var (host, kernel) => OfHost(path.Value, spec, host, kernel),
            _ => null,
        };
        return target is null ? null : target with { MemoryBytes = spec.MemoryBytes ?? target.MemoryBytes, Cpus = spec.Cpus ?? target.Cpus, Systemd = spec.Systemd ?? target.Systemd };
    }

    private Target? OfPlatform(TargetSpec spec, Located<string> name)
    {
        if (platforms.Find(name.Value) is { } platform)
        {
            return new Target(platform.Id, spec.Span, platform.Kernels) { Platform = platform, Systemd = Major(platform.Systemd) };
        }

        findings.Add(Finding.Of(SpecCodes.UnknownPlatform, name.Span, $"'{name.Value}' is not a platform that ConfigGen knows.{Spelling.Question(platforms.Suggest(name.Value))}")
            .WithHelp($"known: {platforms.Listing}; the minor releases of Red Hat and its rebuilds, such as rhel-9.4; for anything else name the kernel: {{kernel: \"6.12\"}}"));
        return null;
    }

    private Target? OfKernel(TargetSpec spec, Located<string> name)
    {
        if (KernelVersion.TryParse(name.Value, out _))
        {
            return new Target($"kernel-{name.Value}", spec.Span, platforms.Kernels(name.Value));
        }

        findings.Add(Finding.Of(SpecCodes.UnknownKernel, name.Span, $"'{name.Value}' is not a kernel version.")
            .WithHelp("two or three numbers in quotes: \"6.12\" for every known 6.12.x, \"6.12.117\" for exactly that one; without a suffix such as -amd64"));
        return null;
    }

    private Target OfHost(string path, TargetSpec spec, CapturedHost host, Kernel kernel) => new(FileLabel(path), spec.Span, [kernel])
    {
        Platform = host.Platform is { } id ? platforms.Find(id) : null,
        Systemd = host.Systemd,
        MemoryBytes = host.Memory is { } size && Quantities.TryBytes(size, out var bytes) ? bytes : null,
        Cpus = host.Cpus,
    };

    private static int? Major(string? version) =>
        int.TryParse(version?.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;

    private static string FileLabel(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return new string([.. (dot > 0 ? name[..dot] : name).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? c : '-')]).TrimStart('.');
    }
}
