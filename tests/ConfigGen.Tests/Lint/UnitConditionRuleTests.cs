using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Lint;

/// <summary>Rules on units whose directives have conditions: each value is judged for the targets that get it.</summary>
public sealed class UnitConditionRuleTests
{
    private const string Debian11 = "{platform: debian-11}";
    private const string Debian12 = "{platform: debian-12}";
    private const string Debian13 = "{platform: debian-13}";
    private const string Newest = "{kernel: \"6.12\", systemd: \"262\"}";
    private const string NoVersion = "{kernel: \"6.12\"}";

    [Fact]
    public void CG3012_holds_where_a_target_without_a_version_may_have_the_directive() =>
        Assert.Equal(["CG3012"], Codes($"{Debian12}, {NoVersion}", "a.service", "Service", "RestartMode: direct"));

    [Fact]
    public void Without_targets_every_case_is_judged_by_what_holds_anywhere() => Assert.Equal(
        "spec.yaml:3:49 CG3008 %k in Description of a.service is no specifier, and systemd ignores the line.\nspec.yaml:4:29 CG3007 KeepAliveProbes of a.socket have no effect without KeepAlive=yes: the socket does not ask for keepalive by default.",
        Specs.Findings("spec: v1\nlayer: true\nunits: {a.service: {Unit: {Description: {value: \"%k\", when: {platform: debian-12}}}},\n        a.socket: {Socket: {KeepAliveProbes: {value: 3, when: {platform: debian-12}}}}}\n"));

    [Theory]
    [InlineData("{value: direct, when: {systemd: \">=257\"}}", "")]
    [InlineData("{value: direct, when: {platform: debian-13}}", "")]
    [InlineData("{value: direct, when: {platform: [debian-11, debian-12]}}", "CG3003")]
    [InlineData("{value: direct, when: {systemd: \">=252\"}}", "CG3012")]
    [InlineData("[{when: {platform: debian-13}, value: direct}, {value: normal}]", "CG3012")]
    [InlineData("[{when: {platform: debian-13}, value: direct}, {unset: true}]", "")]
    public void CG3003_and_CG3012_look_at_the_targets_that_get_the_directive(string value, string expected) =>
        Assert.Equal(expected, string.Join(' ', Codes($"{Debian11}, {Debian12}, {Debian13}", "a.service", "Service", $"RestartMode: {value}")));

    [Theory]
    [InlineData("CPUShares: {value: 512, when: {systemd: \"<252\"}}", "")]
    [InlineData("CPUShares: {value: 512, when: {systemd: \"<258\"}}", "CG3005")]
    [InlineData("CPUShares: {value: 512, when: {systemd: \">=258\"}}", "CG3004")]
    [InlineData("PrivateTmp: [{when: {systemd: \">=258\"}, value: disconnected}, {value: yes}]", "")]
    [InlineData("PrivateTmp: [{when: {systemd: \">=252\"}, value: disconnected}, {value: yes}]", "CG3006")]
    [InlineData("{Type: {value: oneshot, when: {systemd: 252}}, ExecStart: {value: /bin/x, when: {systemd: 252}}}", "")]
    [InlineData("{Type: {value: oneshot, when: {systemd: 252}}, ExecStart: {value: /bin/x, when: {systemd: 247}}}", "CG3010")]
    public void Values_are_judged_for_the_targets_that_get_them(string directive, string expected) =>
        Assert.Equal(expected, string.Join(' ', Codes($"{Debian11}, {Debian12}, {Newest}", "a.service", "Service", directive)));

    [Theory]
    [InlineData("{KeepAlive: {value: yes, when: {platform: debian-12}}, KeepAliveProbes: {value: 3, when: {platform: debian-12}}}", "")]
    [InlineData("{KeepAlive: {value: yes, when: {platform: debian-12}}, KeepAliveProbes: 3}", "CG3007")]
    public void CG3007_looks_at_the_targets_one_by_one(string directives, string expected) =>
        Assert.Equal(expected, string.Join(' ', Codes($"{Debian11}, {Debian12}", "a.socket", "Socket", directives)));

    [Fact]
    public void What_only_the_host_decides_is_judged_as_well() =>
        Assert.Equal(["CG3006", "CG6007"], Codes(Debian12, "a.service", "Service", "LimitNOFILE: {value: 64K, when: {memory: \">=16G\"}}").Order(StringComparer.Ordinal));

    private static string[] Codes(string targets, string unit, string section, string directive) =>
        [.. Specs.Compile(Specs.On(targets, $"units:\n  {unit}:\n    {section}: {(directive.StartsWith('{') ? directive : $"{{{directive}}}")}\n")).Findings.Select(f => f.Code.Id)];
}
