using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Spec;

/// <summary>Everything that can be wrong in a spec that is valid YAML: one finding each, at its place, in words.</summary>
public sealed class BadSpecTests
{
    private const string Head = "spec: v1\nname: t\ntargets: [{platform: debian-12}]\n";
    private const string Sysctl = "sysctl: {vm.swappiness: 10}\n";

    [Theory]
    [InlineData("spec: v2\nname: t\ntargets: [{platform: debian-12}]\n" + Sysctl, "spec.yaml:1:7 CG1004 'spec' must be v1, not 'v2'.")]
    [InlineData("name: t\ntargets: [{platform: debian-12}]\n" + Sysctl, "spec.yaml:1:1 CG1003 The spec lacks 'spec'.")]
    [InlineData("spec: v1\ntargets: [{platform: debian-12}]\n" + Sysctl, "spec.yaml:1:1 CG1003 The spec lacks 'name'.")]
    [InlineData("spec: v1\nname: t\n" + Sysctl, "spec.yaml:1:1 CG1106 The spec names no targets, so nothing can be judged.")]
    [InlineData(Head, "spec.yaml:1:1 CG1109 The spec sets nothing, so nothing is rendered.")]
    [InlineData("- a\n- b\n", "spec.yaml:1:1 CG1001 The spec must be a mapping, not a list.")]
    [InlineData(Head + Sysctl + "sysctll: {}\n", "spec.yaml:5:1 CG1002 'sysctll' is not known at the top of a spec. Did you mean 'sysctl'?")]
    [InlineData(Head + Sysctl + "purpose: web\n", "spec.yaml:5:10 CG1001 'purpose' must be a list, not 'web'.")]
    [InlineData(Head + Sysctl + "purpose: [web, web]\n", "spec.yaml:5:10 CG1004 'purpose' names the same thing twice.")]
    [InlineData(Head + Sysctl + "purpose: [Web]\n", "spec.yaml:5:11 CG1005 'Web' is not a valid purpose.")]
    [InlineData(Head + Sysctl + "purpose: [ruoter]\n", "spec.yaml:5:11 CG1010 'ruoter' is not a purpose that a rule looks for. Did you mean 'router'?")]
    [InlineData(Head + Sysctl + "extends: base.yaml\n", "spec.yaml:5:10 CG1001 'extends' must be a list, not 'base.yaml'.")]
    [InlineData(Head + Sysctl + "extends: [/etc/base.yaml]\n", "spec.yaml:5:11 CG1011 '/etc/base.yaml' is an absolute path: it means something else on every machine.")]
    [InlineData(Head + Sysctl + "extends: [../base.yaml]\n", "spec.yaml:5:11 CG1011 '../base.yaml' leads out of the repository.")]
    [InlineData(Head + Sysctl + "layer: maybe\n", "spec.yaml:5:8 CG1001 'layer' must be true or false, not 'maybe'.")]
    [InlineData(Head + "sysctl: [a]\n", "spec.yaml:4:9 CG1001 'sysctl' must be a mapping, not a list.")]
    [InlineData(Head + "sysctl: {vm.swappiness: {valeu: 10}}\n", "spec.yaml:4:26 CG1002 'valeu' is not known in 'sysctl → vm.swappiness'. Did you mean 'value'?")]
    [InlineData(Head + "sysctl: {vm.swappiness: {}}\n", "spec.yaml:4:25 CG1006 'sysctl → vm.swappiness' must say exactly one of value, at_least, of_memory and unset.")]
    [InlineData(Head + "sysctl: {vm.swappiness: {reason: x}}\n", "spec.yaml:4:25 CG1006 'sysctl → vm.swappiness' must say exactly one of value, at_least, of_memory and unset.")]
    [InlineData(Head + "sysctl: {vm.swappiness: {value: 10, reason: \"\"}}\n", "spec.yaml:4:45 CG1005 'sysctl → vm.swappiness → reason' must not be empty.")]
    [InlineData(Head + "sysctl: {vm.swappiness: {unset: false}}\n", "spec.yaml:4:33 CG1004 'sysctl → vm.swappiness → unset' must be true, not 'false'.")]
    [InlineData(Head + "sysctl: {vm.swappiness: {unset: true, when: {platform: debian-12}}}\n", "spec.yaml:4:45 CG1005 unset takes a setting back on every target, so it cannot have a condition.")]
    [InlineData(Head + "sysctl: {vm.swappiness: [{when: {}, value: 10}]}\n", "spec.yaml:4:33 CG1005 'sysctl → vm.swappiness[1] → when' must not be empty.")]
    [InlineData(Head + "sysctl: {vm.swappiness: [{when: {kernel: new}, value: 10}]}\n", "spec.yaml:4:42 CG1005 'new' is not a comparison that a condition can use.")]
    [InlineData(Head + "sysctl: {vm.swappiness: [{when: {kernl: \">=6\"}, value: 10}]}\n", "spec.yaml:4:34 CG1002 'kernl' is not known in 'sysctl → vm.swappiness[1] → when'. Did you mean 'kernel'?")]
    [InlineData(Head + "sysctl: {vm.min_free_kbytes: {of_memory: 1}}\n", "spec.yaml:4:42 CG1001 'sysctl → vm.min_free_kbytes → of_memory' must be text, not '1'.")]
    [InlineData(Head + "sysctl: {vm.min_free_kbytes: {of_memory: 0%}}\n", "spec.yaml:4:42 CG1005 '0%' is not a share of memory.")]
    [InlineData(Head + "sysctl: {vm.min_free_kbytes: {of_memory: 1%, max: lots}}\n", "spec.yaml:4:51 CG1005 'lots' is not a size that max can have.")]
    [InlineData(Head + "sysctl: {../../etc/passwd: 1}\n", "spec.yaml:4:10 CG1007 '../../etc/passwd' is not a sysctl key: the name starts with a separator.")]
    [InlineData(Head + "sysctl: {\"net.ipv4.tcp_ecn = 1 #\": 1}\n", "spec.yaml:4:10 CG1007 'net.ipv4.tcp_ecn = 1 #' is not a sysctl key: the name contains a space.")]
    [InlineData(Head + "sysctl: {vm.swappiness: 10, vm/swappiness: 20}\n", "spec.yaml:4:29 CG1008 'vm/swappiness' is another spelling of 'vm.swappiness', which is set already.")]
    [InlineData(Head + "sysctl: {vm.swappiness: \"10\\nkernel.panic = 1\"}\n", "spec.yaml:4:25 CG0012 A value must be one line without control characters: it is rendered into one.")]
    [InlineData(Head + "sysctl: {vm.swappiness: {value: 10, reason: \"a\\nb\"}}\n", "spec.yaml:4:45 CG0012 A reason must be one line without control characters: it is rendered into one.")]
    [InlineData("spec: v1\nname: ../t\ntargets: [{platform: debian-12}]\n" + Sysctl, "spec.yaml:2:7 CG1005 '../t' is not a valid name.")]
    [InlineData("spec: v1\nname: \"t\\nx\"\ntargets: [{platform: debian-12}]\n" + Sysctl, "spec.yaml:2:7 CG1005 the text 't\nx' is not a valid name.")]
    public void One_finding_at_its_place(string spec, string expected) =>
        Assert.Equal(expected, Specs.Findings(("spec.yaml", spec), ("../base.yaml", "spec: v1\nlayer: true\n"), ("/etc/base.yaml", "spec: v1\nlayer: true\n")));

    [Theory]
    [InlineData("[]", "spec.yaml:3:10 CG1005 'targets' must not be empty.")]
    [InlineData("[debian-12]", "spec.yaml:3:11 CG1001 'targets[1]' must be a mapping, not 'debian-12'.")]
    [InlineData("[{}]", "spec.yaml:3:11 CG5004 A target must name a platform, a kernel, a capture or a group.")]
    [InlineData("[{platform: debian-12, kernel: \"6.1\"}]", "spec.yaml:3:11 CG5004 A target names one of platform, kernel, capture and group, not 'platform' and 'kernel'.")]
    [InlineData("[{platform: debain-12}]", "spec.yaml:3:22 CG5001 'debain-12' is not a platform that ConfigGen knows. Did you mean 'debian-12', 'debian-11' or 'debian-13'?")]
    [InlineData("[{kernel: 6.10}]", "spec.yaml:3:20 CG1001 'targets[1] → kernel' must be text, not '6.10'.")]
    [InlineData("[{kernel: 6.1.0-amd64}]", "spec.yaml:3:20 CG5002 '6.1.0-amd64' is not a kernel version.")]
    [InlineData("[{platform: debian-12, memory: much}]", "spec.yaml:3:41 CG1005 'much' is not a size that memory can have.")]
    [InlineData("[{platform: debian-12, memory: 016G}]", "spec.yaml:3:41 CG1005 '016G' is not a size that memory can have.")]
    [InlineData("[{platform: debian-12, cpus: 0}]", "spec.yaml:3:39 CG1005 '0' is not a valid CPUs: 1 is the least.")]
    [InlineData("[{capture: none.tsv}]", "spec.yaml:3:21 CG0001 none.tsv does not exist.")]
    [InlineData("[{capture: spec.yaml}]", "spec.yaml:3:21 CG5003 spec.yaml is not a table of captured facts: its first line does not name a kernel.")]
    public void Targets(string targets, string expected) =>
        Assert.Contains(expected, Specs.Findings($"spec: v1\nname: t\ntargets: {targets}\n{Sysctl}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("idle: 2 minutes", "spec.yaml:4:19 CG1005 '2 minutes' is not a duration that idle can have.")]
    [InlineData("idle: 030", "spec.yaml:4:19 CG1005 '030' is not a duration that idle can have.")]
    [InlineData("idle: 0", "spec.yaml:4:19 CG1005 idle must be longer than 0.")]
    [InlineData("probes: 0", "spec.yaml:4:21 CG1005 '0' is not a valid probes: 1 is the least.")]
    [InlineData("probes: three", "spec.yaml:4:21 CG1001 'keepalive → probes' must be a whole number, not 'three'.")]
    [InlineData("detect_in: 4m", "spec.yaml:4:13 CG1002 'detect_in' is not known in 'keepalive'.")]
    [InlineData("units: [app.service]", "spec.yaml:4:21 CG1005 'app.service' is not a valid socket unit.")]
    public void Keepalive(string line, string expected) =>
        Assert.Contains(expected, Specs.Findings($"{Head}keepalive: {{{line}}}\n{Sysctl}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{rule: CG2103}", "spec.yaml:4:10 CG1003 'ignore[1]' lacks 'reason'.")]
    [InlineData("{rule: CG2103, reason: x, until: 2026-02-30}", "spec.yaml:4:43 CG1005 '2026-02-30' is not a day of the calendar.")]
    [InlineData("{rule: CG2130, reason: x}", "spec.yaml:4:17 CG1404 There is no finding with the code CG2130.")]
    [InlineData("{rule: CG2103, reason: x}", "spec.yaml:4:10 CG1401")]
    [InlineData("{rule: CG0005, reason: x}", "spec.yaml:4:17 CG1403")]
    public void Ignore(string entry, string expected) =>
        Assert.Contains(expected, Specs.Findings($"{Head}ignore: [{entry}]\n{Sysctl}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("nginx: {Service: {LimitNOFILE: 1}}", "spec.yaml:4:9 CG1005 'nginx' is not the name of a unit.")]
    [InlineData("../nginx.service: {Service: {LimitNOFILE: 1}}", "spec.yaml:4:9 CG1005 '../nginx.service' is not the name of a unit.")]
    [InlineData("nginx.service: {\"[Service]\": {LimitNOFILE: 1}}", "spec.yaml:4:25 CG1005 '[Service]' is not the name of a section.")]
    [InlineData("nginx.service: {Service: {\"LimitNOFILE=\": 1}}", "spec.yaml:4:35 CG1005 'LimitNOFILE=' is not the name of a directive.")]
    [InlineData("nginx.service: {Service: {Environment: \"A=1\\n[Service]\"}}", "spec.yaml:4:48 CG0012 The value of a directive must be one line without control characters: it is rendered into one.")]
    [InlineData("nginx.service: [Service]", "spec.yaml:4:24 CG1001 'units → nginx.service' must be a mapping, not a list.")]
    public void Units(string line, string expected) =>
        Assert.Contains(expected, Specs.Findings($"{Head}units: {{{line}}}\n{Sysctl}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{sysctl: {prority: 10}}", "spec.yaml:4:20 CG1002 'prority' is not known in 'outputs → sysctl'. Did you mean 'priority'?")]
    [InlineData("{sysctl: {priority: 100}}", "spec.yaml:4:30 CG1005 '100' is not a valid priority: 99 is the most.")]
    [InlineData("{ansible: {role: web-tuning}}", "spec.yaml:4:27 CG1005 'web-tuning' is not a valid role name.")]
    public void Outputs(string value, string expected) =>
        Assert.Contains(expected, Specs.Findings($"{Head}outputs: {value}\n{Sysctl}"), StringComparison.Ordinal);

    [Fact]
    public void A_platform_where_a_target_belongs_says_how_to_write_it() =>
        Assert.Equal("write {platform: debian-12}", Assert.Single(Specs.Compile("spec: v1\nname: t\ntargets: [debian-12]\n" + Sysctl).Findings).Help);
}
