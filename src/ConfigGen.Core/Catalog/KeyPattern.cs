using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>Families of keys that exist once per interface or per protocol number: which row of the tables speaks for all of them.</summary>
public static class KeyPattern
{
    /// <summary>The name that stands for all interfaces.</summary>
    public const string All = "all";

    /// <summary>The name of the values that new interfaces start with.</summary>
    public const string Default = "default";

    private const string Loopback = "lo";

    // MPLS has neither all nor default: loopback speaks for the others.
    private const string Mpls = "net.mpls.conf.";

    private static readonly ImmutableArray<string> PerInterface =
    [
        "net.ipv4.conf.", "net.ipv4.neigh.", "net.ipv6.conf.", "net.ipv6.neigh.", Mpls,
    ];

    /// <summary>
    /// The key to look up for a member of such a family: <c>net.ipv4.conf.eth0.rp_filter</c> gives <c>net.ipv4.conf.default.rp_filter</c>;
    /// a key of no family gives itself. <c>all</c>, <c>default</c> and <c>lo</c> have rows of their own.
    /// </summary>
    public static string Representative(string dotted)
    {
        foreach (var prefix in PerInterface)
        {
            if (dotted.StartsWith(prefix, StringComparison.Ordinal) && InterfaceOf(dotted, prefix) is { } name)
            {
                return name is All or Default or Loopback ? dotted : On(dotted, prefix == Mpls ? Loopback : Default);
            }
        }

        return dotted;
    }

    /// <summary>The interface that a key names ("eth0", "all", "eth0/100", "*"); null for keys of no interface.</summary>
    public static string? Interface(string dotted)
    {
        foreach (var prefix in PerInterface)
        {
            if (dotted.StartsWith(prefix, StringComparison.Ordinal))
            {
                return InterfaceOf(dotted, prefix);
            }
        }

        return null;
    }

    /// <summary>The same key of another interface, of all or of default; a key of no interface gives itself.</summary>
    public static string On(string dotted, string name)
    {
        var prefix = PerInterface.FirstOrDefault(p => dotted.StartsWith(p, StringComparison.Ordinal));
        return prefix is not null && InterfaceOf(dotted, prefix) is { } old ? prefix + name + dotted[(prefix.Length + old.Length)..] : dotted;
    }

    private static string? InterfaceOf(string dotted, string prefix)
    {
        var end = dotted.IndexOf('.', prefix.Length);
        return end < 0 || end == prefix.Length ? null : dotted[prefix.Length..end];
    }
}
