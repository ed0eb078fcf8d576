using ConfigGen.Core.Plan;
using ConfigGen.Core.Spec;

namespace ConfigGen.Tests.Render;

/// <summary>Whole fragments as a reviewer sees them: Golden/&lt;case&gt;/.</summary>
public class GoldenFragmentTests
{
    private static readonly Dictionary<string, Func<ResolvedSpec>> Cases = new(StringComparer.Ordinal)
    {
        ["drop-ins"] = DropInCases.EveryKind,
        ["drop-ins-conditions"] = DropInCases.Conditions,
        ["drop-ins-two-groups"] = DropInCases.TwoGroups,
        ["keepalive"] = Keepalive,
        ["layers-and-reasons"] = LayersAndReasons,
        ["modules"] = Modules,
        ["two-groups"] = TwoGroups,
    };

    public static TheoryData<string> Names => [.. Cases.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fragments_are_as_committed(string name)
    {
        var result = Rendering.Render(Cases[name](), Rendering.SomeFacts);
        Assert.Empty(result.Findings);
        GoldenFile.Check(name, result.Plan!);
    }

    [Fact]
    public void No_golden_folder_is_left_over() =>
        Assert.Equal(Cases.Keys.Order(StringComparer.Ordinal), Directory.EnumerateDirectories(GoldenFile.Folder()).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    [Fact]
    public void The_order_of_the_spec_does_not_show()
    {
        var spec = LayersAndReasons();
        var turned = spec with { Settings = [.. spec.Settings.Reverse()] };
        Assert.Equal(Content(Rendering.Render(spec, Rendering.SomeFacts).Plan!), Content(Rendering.Render(turned, Rendering.SomeFacts).Plan!));
    }

    private static IEnumerable<string> Content(RenderPlan plan) => plan.Artifacts.Select(a => $"{a.Path}\n{a.Content}");

    private static ResolvedSpec Keepalive() => new SpecBuilder("lb") { Description = "Load balancers that drop dead peers" }
        .Target("debian-12").Target("debian-13")
        .Set("net.ipv4.tcp_keepalive_time", "120")
        .Set("net.ipv4.tcp_keepalive_intvl", "30")
        .Set("net.ipv4.tcp_keepalive_probes", "3", "three lost probes in a row are no accident")
        .Build();

    private static ResolvedSpec LayersAndReasons() => new SpecBuilder("web-frontend") { Outputs = new OutputOptions { Priority = 7 } }
        .Set("net.core.somaxconn", "16384")
        .Set("net.ipv4.ip_forward", "0", "hosts of this class never route", layer: "base/server.yaml")
        .Set("net.ipv4.tcp_tw_reuse", "1", "many outbound connections to one backend; measured with the traffic of a full working day, and of the night after it")
        .Set("net.ipv4.conf.br0/5.rp_filter", "2", layer: "specs/layers/router.yaml")
        .Set("kernel.kexec_load_disabled", "1")
        .Set("vm.swappiness", "10")
        .Build();

    private static ResolvedSpec Modules() => new SpecBuilder("k8s-node")
        .Set("net.netfilter.nf_conntrack_max", "262144", "many short connections")
        .Set("net.netfilter.nf_conntrack_tcp_timeout_established", "86400")
        .Set("net.bridge.bridge-nf-call-iptables", "1", "pods are filtered by the host")
        .Build();

    private static ResolvedSpec TwoGroups() => new SpecBuilder("web") { Description = "Web servers" }
        .Target("debian-11", "5.10.262").Target("debian-12", "6.1.192").Target("debian-13", "6.12.117")
        .SetEach("net.ipv4.tcp_rmem", "larger windows where the kernel grows them slowly", null, "4096 87380 16777216", "4096 87380 16777216", "4096 131072 33554432")
        .SetEach("net.ipv4.tcp_tw_reuse_delay", null, null, null, null, "500")
        .Set("vm.swappiness", "10")
        .Build();
}
