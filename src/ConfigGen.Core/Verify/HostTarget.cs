using System.Collections.Immutable;
using ConfigGen.Core.Capture;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Verify;

/// <summary>A host as a target, to evaluate a spec for; what the host does not say is taken from the spec's own targets where they agree.</summary>
public static class HostTarget
{
    /// <summary>The target.</summary>
    /// <param name="host">The host.</param>
    /// <param name="own">The spec's own targets.</param>
    public static Target Of(LiveHost host, ImmutableArray<Target> own)
    {
        var platform = (host.Identity?.Platform ?? host.Platform) is { } id ? PlatformCatalog.BuiltIn.Find(id) : Same(own.Select(t => t.Platform));
        return new Target(host.Name, own[0].Span, Kernels(host, platform, own))
        {
            Platform = platform,
            Systemd = host.Identity?.Systemd ?? Same(own.Select(t => t.Systemd)),
            MemoryBytes = host.Identity?.Memory is { } size && Quantities.TryBytes(size, out var bytes) ? bytes : Same(own.Select(t => t.MemoryBytes)),
            Cpus = host.Identity?.Cpus ?? Same(own.Select(t => t.Cpus)),
        };
    }

    private static ImmutableArray<Kernel> Kernels(LiveHost host, Platform? platform, ImmutableArray<Target> own) => host.Identity is { } identity
        ? HostIdentity.Kernels(identity, PlatformCatalog.BuiltIn, SysctlCatalog.BuiltIn)
        : host.Platform is not null && platform is not null ? platform.Kernels
        : [.. own.SelectMany(t => t.Kernels).Distinct()];

    private static T? Same<T>(IEnumerable<T?> values) => values.Distinct().ToList() is [var one] ? one : default;
}
