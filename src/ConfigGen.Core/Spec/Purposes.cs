using System.Collections.Immutable;

namespace ConfigGen.Core.Spec;

/// <summary>What hosts do, in the words that rules look for. Specs may use other words; they mean nothing to rules.</summary>
public static class Purposes
{
    /// <summary>In ordinal order.</summary>
    public static ImmutableArray<string> Known { get; } =
    [
        "cache", "container-host", "db", "desktop", "dns", "firewall", "hypervisor", "k8s-node", "load-balancer", "mail", "nat-gateway", "proxy", "router", "storage", "vpn", "web",
    ];
}
