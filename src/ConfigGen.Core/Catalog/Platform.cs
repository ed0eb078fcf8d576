using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>A distribution release as the set of what it ships.</summary>
/// <param name="Id">Such as debian-12.</param>
/// <param name="Title">Such as Debian 12 (bookworm).</param>
/// <param name="Kernels">Every kernel that its users run (general availability, hardware enablement, cloud): the known point releases of each series.</param>
/// <param name="Systemd">The major version of systemd; null where there is none.</param>
/// <param name="Procps">The version of procps.</param>
public sealed record Platform(string Id, string Title, ImmutableArray<Kernel> Kernels, string? Systemd, string? Procps)
{
    /// <summary>The end of updates for everybody.</summary>
    public DateOnly? SupportedUntil { get; init; }

    /// <summary>The end of the longest support programme.</summary>
    public DateOnly? LongSupportUntil { get; init; }

    /// <summary>Settings that the distribution's own files make at boot, by key.</summary>
    public ImmutableSortedDictionary<string, string> VendorSettings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
