using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Other systems have a sysctl as well, with keys of the same look.</summary>
internal static class Foreign
{
    // The tops of sysctl(8) of OpenBSD, FreeBSD, NetBSD and macOS that Linux does not have.
    private static readonly string[] Bsd = ["kern", "hw", "machdep", "ddb", "vfs", "security", "net.inet", "net.inet6", "net.link", "net.key", "net.mpls.ttl", "net.local", "net.pipex", "net.bpf", "p1003_1b"];

    // The folders of /proc/sys.
    private static readonly string[] Linux = ["abi", "crypto", "debug", "dev", "fs", "kernel", "net.core", "net.ipv4", "net.ipv6", "net.netfilter", "net.bridge", "net.unix", "net.nf_conntrack_max", "sunrpc", "user", "vm", "xen"];

    /// <summary>A key that only another system has.</summary>
    public static bool IsBsd(SysctlKey key) => Starts(key, Bsd);

    /// <summary>A key below one of the folders of Linux.</summary>
    public static bool IsLinux(SysctlKey key) => Starts(key, Linux);

    /// <summary>Whether a text looks like a key of Linux, in either spelling.</summary>
    public static bool LooksLikeKey(string text) =>
        text.IndexOfAny(['.', '/']) > 0 && SysctlKey.TryParse(text.TrimStart('-'), out var key, out _) && (IsLinux(key!) || key!.Name.StartsWith("net.", StringComparison.Ordinal)) && !IsBsd(key!);

    private static bool Starts(SysctlKey key, string[] tops) => tops.Any(top => key.Name == top || key.Name.StartsWith(top + ".", StringComparison.Ordinal));
}
