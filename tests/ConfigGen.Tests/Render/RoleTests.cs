using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Tests.Render;

public class RoleTests
{
    [Fact]
    public void A_role_is_named_after_its_spec()
    {
        var paths = Rendering.WithRole(new SpecBuilder("web-frontend").Set("vm.swappiness", "10").Build()).Plan!.Artifacts.Select(a => a.Path).ToList();
        Assert.Contains("ansible/web-frontend.yml", paths);
        Assert.Contains("ansible/web-frontend-rollback.yml", paths);
        Assert.Contains("ansible/roles/web_frontend_tuning/tasks/main.yml", paths);
    }

    [Fact]
    public void The_role_carries_the_fragment_byte_for_byte()
    {
        var plan = Rendering.WithRole(new SpecBuilder().Set("vm.swappiness", "10").Build()).Plan!;
        var plain = Assert.Single(plan.Artifacts, a => a.Path == "sysctl.d/60-web.conf").Content;
        Assert.Equal(plain, Assert.Single(plan.Artifacts, a => a.Path == "ansible/roles/web_tuning/files/sysctl.d/60-web.conf").Content);
    }

    [Fact]
    public void Every_group_of_targets_keeps_its_folder()
    {
        var spec = new SpecBuilder().Target("debian-12", "6.1.192").Target("debian-13").SetEach("vm.swappiness", null, null, "10", "20").Build();
        Assert.Contains("vm.swappiness = 10\n", RoleRendering.File(spec, "files/debian-12/sysctl.d/60-web.conf"), StringComparison.Ordinal);
        Assert.Contains("vm.swappiness = 20\n", RoleRendering.File(spec, "files/debian-13/sysctl.d/60-web.conf"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(RoleRendering.File(spec, "files/plan.json"));
        Assert.Equal(["debian-12", "debian-13"], json.RootElement.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("name").GetString()));
    }

    [Fact]
    public void Lists_of_modules_are_carried_with_their_place_on_the_host()
    {
        var spec = new SpecBuilder().Set("net.netfilter.nf_conntrack_max", "262144").Build();
        using var json = JsonDocument.Parse(RoleRendering.File(spec, "files/plan.json"));
        var group = json.RootElement.GetProperty("groups")[0];
        Assert.Equal("nf_conntrack", group.GetProperty("modules")[0].GetString());
        Assert.Equal(
            ("modules-load.d/web.conf", "/etc/modules-load.d/web.conf"),
            (group.GetProperty("files")[0].GetProperty("src").GetString(), group.GetProperty("files")[0].GetProperty("dest").GetString()));
    }

    [Theory]
    [InlineData("net.core.somaxconn", "16384", "web_tuning_net_core_somaxconn: 16384\n")]
    [InlineData("net.ipv4.ip_local_port_range", "10240 60999", "web_tuning_net_ipv4_ip_local_port_range: \"10240 60999\"\n")]
    [InlineData("net.ipv4.tcp_congestion_control", "bbr", "web_tuning_net_ipv4_tcp_congestion_control: \"bbr\"\n")]
    public void An_overridable_key_has_a_default(string key, string value, string line)
    {
        var spec = RoleRendering.WithOutputs(new SpecBuilder().Set(key, value).Build(), overridable: [key]);
        Assert.EndsWith("\n" + line, RoleRendering.File(spec, "defaults/main.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_overridable_has_no_variable() =>
        Assert.EndsWith("\n{}\n", RoleRendering.File(new SpecBuilder().Set("vm.swappiness", "10").Build(), "defaults/main.yml"), StringComparison.Ordinal);

    [Fact]
    public void Every_field_of_a_vector_is_checked()
    {
        var spec = RoleRendering.WithOutputs(new SpecBuilder().Set("net.ipv4.ip_local_port_range", "10240 60999").Build(), overridable: ["net.ipv4.ip_local_port_range"]);
        var tasks = string.Join(' ', RoleRendering.File(spec, "tasks/main.yml").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("web_tuning_net_ipv4_ip_local_port_range | string is match('-?[0-9]+([ ]+-?[0-9]+){1}$')", tasks, StringComparison.Ordinal);
        Assert.Contains(".split() | map('int') | min >= 1 and", tasks, StringComparison.Ordinal);
        Assert.Contains(".split() | map('int') | max <= 65535)", tasks, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_overflow_are_not_offered()
    {
        var spec = RoleRendering.WithOutputs(new SpecBuilder().Set("net.ipv4.icmp_ratelimit", "999").Build(), overridable: ["net.ipv4.icmp_ratelimit"]);
        Assert.Contains("# net.ipv4.icmp_ratelimit: an integer, 0 to 2147483647\n", RoleRendering.File(spec, "defaults/main.yml"), StringComparison.Ordinal);
        Assert.Contains("\"rounded\": [\n    \"net.ipv4.icmp_ratelimit\"\n  ]", RoleRendering.File(spec, "files/plan.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_restarted_unless_the_spec_asks()
    {
        var spec = new SpecBuilder().Set("vm.swappiness", "10").Build();
        Assert.DoesNotContain("restarted", RoleRendering.File(spec, "handlers/main.yml"), StringComparison.Ordinal);
        Assert.Contains("state: restarted", RoleRendering.File(RoleRendering.WithOutputs(spec, restart: ["nginx.service"]), "handlers/main.yml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net.core.somaxcon", "net.core.somaxcon is to be overridable, but the spec does not set it. Did you mean 'net.core.somaxconn'?")]
    [InlineData("net.ipv4.tcp_rmem", "net.ipv4.tcp_rmem differs between targets, so one variable cannot stand for it")]
    public void An_overridable_key_must_be_set_to_one_value(string key, string message)
    {
        var spec = new SpecBuilder().Target("debian-12").Target("debian-13").Set("net.core.somaxconn", "16384").SetEach("net.ipv4.tcp_rmem", null, null, "1 2 3", "4 5 6").Build();
        Refused(RoleRendering.WithOutputs(spec, overridable: [key]), message);
    }

    [Fact]
    public void An_overridable_key_is_listed_once() =>
        Refused(RoleRendering.WithOutputs(Plain(), overridable: ["vm.swappiness", "vm.swappiness"]), "vm.swappiness is listed twice");

    [Fact]
    public void Two_keys_cannot_share_a_variable() =>
        Refused(
            RoleRendering.WithOutputs(new SpecBuilder().Set("net.ipv4.conf.br0/5.rp_filter", "1").Set("net.ipv4.conf.br0_5.rp_filter", "1").Build(), overridable: ["net.ipv4.conf.br0/5.rp_filter", "net.ipv4.conf.br0_5.rp_filter"]),
            "net.ipv4.conf.br0_5.rp_filter and net.ipv4.conf.br0/5.rp_filter would have the same variable");

    [Theory]
    [InlineData("Web")]
    [InlineData("web-frontend")]
    [InlineData("9web")]
    [InlineData("../web")]
    [InlineData("ansible_web")]
    public void A_role_name_must_be_one(string name) => Refused(RoleRendering.WithOutputs(Plain(), role: name), $"'{name}' cannot be the name of a role");

    [Theory]
    [InlineData("nginx", "'nginx' is not the name of a unit that can be restarted")]
    [InlineData(".service", "'.service' is not the name of a unit that can be restarted")]
    [InlineData("a b.service", "'a b.service' is not the name of a unit that can be restarted")]
    [InlineData("{{ x }}.service", "'{{ x }}.service' is not the name of a unit that can be restarted")]
    [InlineData("app@.service", "app@.service is a template, which cannot be restarted")]
    public void A_unit_to_restart_must_be_one(string unit, string message) => Refused(RoleRendering.WithOutputs(Plain(), restart: [unit]), message);

    private static ResolvedSpec Plain() => new SpecBuilder().Set("vm.swappiness", "10").Build();

    private static void Refused(ResolvedSpec spec, string message)
    {
        var result = Rendering.WithRole(spec, RoleRendering.Facts);
        Assert.Null(result.Plan);
        var finding = Assert.Single(result.Findings);
        Assert.Equal((RenderCodes.RoleOption, Severity.Error, message), (finding.Code, finding.Severity, finding.Message));
    }
}
