using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Verify;

/// <summary>Services that have no list of keys but set some of them themselves when they start.</summary>
/// <remarks>
/// Docker: its daemon option ip-forward. The kubelet: setupKernelTunables in pkg/kubelet/cm/container_manager_linux.go and the values in component-helpers'
/// node/util/sysctl. libvirt: networkEnableIPForwarding in src/network/bridge_driver.c, for each network with forwarding.
/// </remarks>
internal static partial class ServiceWriters
{
    /// <summary>Where libvirt keeps the networks that it starts by itself.</summary>
    public const string LibvirtNetworks = "/etc/libvirt/qemu/networks/autostart";

    private const string DockerOptions = "/etc/docker/daemon.json";
    private const string KubeletOptions = "/var/lib/kubelet/config.yaml";

    /// <summary>What they are told.</summary>
    public static ImmutableArray<string> Files { get; } = [DockerOptions, KubeletOptions];

    private static readonly ImmutableArray<string> Libvirt = ["libvirtd.service", "libvirtd.socket", "virtnetworkd.service", "virtnetworkd.socket"];

    private static readonly ImmutableDictionary<string, string> Kubelet = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["vm.overcommit_memory"] = "1",
        ["vm.panic_on_oom"] = "0",
        ["kernel.panic"] = "10",
        ["kernel.panic_on_oops"] = "1",
        ["kernel.keys.root_maxkeys"] = "1000000",
        ["kernel.keys.root_maxbytes"] = "25000000",
    });

    /// <summary>Those that set a key on the host.</summary>
    public static IEnumerable<Writer> Of(OtherWriters host, SysctlKey key)
    {
        if (key.Name == "net.ipv4.ip_forward" && (host.Enabled.Contains("docker.service") || host.Enabled.Contains("docker.socket")) && !NotForwarding().IsMatch(host.Text(DockerOptions)))
        {
            yield return new Writer("docker.service", Line: null, "1", $"when it starts, unless {DockerOptions} has \"ip-forward\": false");
        }

        // Without that file it is not known whether the kubelet is told to leave the keys alone.
        if (Kubelet.TryGetValue(key.Name, out var value) && host.Enabled.Contains("kubelet.service") && host.Texts.ContainsKey(KubeletOptions) && !Protecting().IsMatch(host.Text(KubeletOptions)))
        {
            yield return new Writer("kubelet.service", Line: null, value, $"when it starts, unless {KubeletOptions} has protectKernelDefaults: true");
        }

        if (key.Name == "net.ipv4.ip_forward" && Libvirt.Any(host.Enabled.Contains) && host.Texts.FirstOrDefault(t => t.Key.StartsWith(LibvirtNetworks + "/", StringComparison.Ordinal) && Forwarding().IsMatch(t.Value)).Key is { } network)
        {
            yield return new Writer(network, Line: null, "1", "libvirt, when it starts this network");
        }
    }

    [GeneratedRegex("\"ip-forward\"\\s*:\\s*false", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NotForwarding();

    [GeneratedRegex(@"^\s*protectKernelDefaults:\s*true", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Protecting();

    [GeneratedRegex("<forward( mode=['\"](nat|route|open)['\"])?[ />]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Forwarding();
}
