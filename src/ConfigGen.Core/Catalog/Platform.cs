using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>A distribution release as the set of what it ships.</summary>
/// <param name="Id">Such as debian-12.</param>
/// <param name="Title">Such as Debian 12 (bookworm).</param>
/// <param name="Kernels">Every kernel that its users run (general availability, hardware enablement, cloud): the known point releases of each series.</param>
/// <param name="Systemd">The version of systemd; null where it is not known or there is none.</param>
/// <param name="Procps">The version of procps; null where it is not known.</param>
public sealed record Platform(string Id, string Title, ImmutableArray<Kernel> Kernels, string? Systemd, string? Procps)
{
    /// <summary>The release that this is a minor release of ("rhel-9" for "rhel-9.4"); null for others.</summary>
    public string? MinorOf { get; init; }

    /// <summary>Another init system is used: units do nothing.</summary>
    public bool WithoutSystemd { get; init; }

    /// <summary>The end of updates for everybody; null for releases that roll on, for minor releases and where it is not known.</summary>
    public DateOnly? SupportedUntil { get; init; }

    /// <summary>The end of the longest support programme.</summary>
    public DateOnly? LongSupportUntil { get; init; }

    /// <summary>Settings that the distribution's own files, or systemd itself, make at boot, by key; globs as they are written there.</summary>
    public ImmutableSortedDictionary<string, VendorSetting> VendorSettings { get; init; } = ImmutableSortedDictionary<string, VendorSetting>.Empty;

    /// <summary>What the release sets a key to at boot, where it does: for the key as it stands, or for every interface.</summary>
    public VendorSetting? AtBoot(string key) =>
        VendorSettings.GetValueOrDefault(key)
        ?? (KeyPattern.Interface(key) is { } name and not ("all" or "default") ? VendorSettings.GetValueOrDefault(key.Replace($".{name}.", ".*.", StringComparison.Ordinal)) : null);

    /// <summary>Whether a condition that names a platform means this one: itself, or the release that it is a minor release of.</summary>
    public bool Is(string id) => Id == id || MinorOf == id;
}

/// <summary>A setting that a distribution makes at boot.</summary>
/// <param name="Value">As written.</param>
/// <param name="Origin">The file ("50-default.conf"), or "systemd" for what the program does itself.</param>
public sealed record VendorSetting(string Value, string Origin);
