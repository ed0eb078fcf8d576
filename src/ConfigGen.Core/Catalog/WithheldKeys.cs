using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>Keys that no table of a host holds, because what they say is nobody else's business: their silence means nothing.</summary>
/// <remarks>Names and meanings from Documentation/admin-guide/sysctl (kernel.rst, net.rst) and Documentation/networking/ip-sysctl.rst of the kernel.</remarks>
public static class WithheldKeys
{
    private const string Name = "names the host";
    private const string Secret = "holds a secret";
    private const string Identity = "tells one host, or one boot, from another";

    private static readonly ImmutableArray<(string Key, string Reason)> Keys =
    [
        ("kernel.domainname", Name),
        ("kernel.hostname", Name),
        ("net.ipv4.tcp_fastopen_key", Secret),
    ];

    private static readonly ImmutableArray<(string Start, string End, string Reason)> Patterns =
    [
        ("kernel.random.", "", Identity),
        ("", "stable_secret", Secret),
        ("", "fastopen_key", Secret),
        ("", "hostname", Name),
        ("", "domainname", Name),
        ("", "boot_id", Identity),
        ("", "machine_id", Identity),
        ("", "host_id", Identity),
        ("", "uuid", Identity),
        ("", "_key", Secret),
        ("", "_secret", Secret),
        ("", "_password", Secret),
        ("", "_token", Secret),
    ];

    // A few names end like secrets and are switches that everybody may know.
    private static readonly ImmutableArray<string> Harmless = ["fs.nfs.nsm_use_hostnames"];

    /// <summary>Why a key is withheld, to follow its name; null for keys that may be told.</summary>
    /// <param name="key">In sysctl spelling.</param>
    public static string? Reason(string key) =>
        Harmless.Contains(key, StringComparer.Ordinal) ? null
        : Keys.FirstOrDefault(k => k.Key == key).Reason
        ?? Patterns.FirstOrDefault(p => key.StartsWith(p.Start, StringComparison.Ordinal) && key.EndsWith(p.End, StringComparison.Ordinal)).Reason;
}
