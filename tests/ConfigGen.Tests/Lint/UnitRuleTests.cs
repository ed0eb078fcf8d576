using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Lint;

/// <summary>Rules on units: what they say, where, and when they keep quiet.</summary>
public sealed class UnitRuleTests
{
    private const string Debian11 = "{platform: debian-11}";
    private const string Debian12 = "{platform: debian-12}";
    private const string Debian13 = "{platform: debian-13}";
    private const string Newest = "{kernel: \"6.12\", systemd: \"262\"}";
    private const string NoVersion = "{kernel: \"6.12\"}";
    private const string TooOld = "{platform: rhel-8}";

    [Fact]
    public void CG3001_suggests_what_was_meant() => Expect(
        Debian12, "a.service", "Service", "LimitNOFIEL: 1024",
        "CG3001 No known systemd has a directive LimitNOFIEL; a.service would start without it, with a line in the log.",
        "did you mean LimitNOFILE?");

    [Theory]
    [InlineData(TooOld)]
    [InlineData(NoVersion)]
    public void CG3001_without_a_known_version_reports_only_what_looks_mistyped(string target)
    {
        Assert.Equal(["CG3001"], Codes(target, "a.service", "Service", "limitnofile: 1024"));
        Assert.Empty(Codes(target, "a.service", "Service", "Zzz: 1024"));
    }

    [Theory]
    [InlineData("system.conf", "Manager", "Anything: 1")]
    [InlineData("10-lan.network", "Network", "Anything: 1")]
    [InlineData("a.service", "X-Team", "Anything: 1")]
    public void Files_and_sections_that_the_dumps_do_not_cover_are_left_alone(string unit, string section, string directive) =>
        Assert.Empty(Codes(Debian12, unit, section, directive));

    [Fact]
    public void CG3002_names_the_sections_that_the_unit_reads() => Expect(
        Debian12, "a.service", "Socket", "Backlog: 5",
        "CG3002 a.service has no section [Socket], so nothing in it takes effect.",
        "it reads [Unit], [Service] and [Install]");

    [Fact]
    public void CG3002_suggests_the_section_that_was_meant() => Expect(
        Debian12, "a.service", "service", "Nice: 5",
        "CG3002 a.service has no section [service], so nothing in it takes effect.",
        "did you mean Service?");

    [Fact]
    public void CG3002_holds_for_the_files_of_the_managers() => Expect(
        Debian12, "system.conf", "Service", "LimitNOFILE: 5",
        "CG3002 system.conf has no section [Service], so nothing in it takes effect.",
        "it reads [Manager]");

    [Fact]
    public void CG3002_names_the_section_that_a_directive_belongs_to() => Expect(
        Debian12, "a.service", "Service", "StartLimitIntervalSec: 5min",
        "CG3002 [Service] does not know StartLimitIntervalSec, so it would be ignored in a.service.",
        "move it to [Unit]");

    [Fact]
    public void CG3002_says_when_no_section_of_the_unit_has_a_directive() => Expect(
        Debian12, "a.timer", "Timer", "KeepAlive: yes",
        "CG3002 [Timer] does not know KeepAlive, so it would be ignored in a.timer.",
        "only [Socket] has it; a.timer reads [Unit], [Timer] and [Install]");

    [Fact]
    public void CG3003_is_about_directives_that_no_target_knows() => Expect(
        $"{Debian11}, {Debian12}, {{platform: rhel-9}}", "a.service", "Service", "RestartMode: direct",
        "CG3003 RestartMode in [Service] is not known to systemd 247 (debian-11) and 252 (debian-12, rhel-9), so the line is ignored there; systemd 257 has it.",
        "delete the line; ignore this where the distribution has backported the directive");

    [Fact]
    public void CG3012_names_the_targets_without_a_directive_that_others_have() => Expect(
        $"{Debian11}, {Debian12}, {{platform: rhel-9}}, {Debian13}", "a.service", "Service", "RestartMode: direct",
        "CG3012 RestartMode in [Service] is not known to systemd 247 (debian-11) and 252 (debian-12, rhel-9), so the line is ignored there; systemd 257 has it.",
        "write it only where it is known, such as RestartMode: {value: …, when: {systemd: \">=257\"}}; ignore this where the older hosts may do without");

    [Theory]
    [InlineData(Debian13)]
    [InlineData("{platform: ubuntu-24.04}")]
    [InlineData(TooOld)]
    [InlineData(NoVersion)]
    [InlineData("{kernel: \"6.12\", systemd: \"263\"}")]
    public void CG3003_keeps_quiet_where_a_version_is_not_certain_to_lack_it(string target) =>
        Assert.Empty(Codes(target, "a.service", "Service", "RestartMode: direct"));

    [Fact]
    public void CG3004_names_the_replacement() => Expect(
        $"{Debian13}, {Newest}", "a.service", "Service", "CPUShares: 512",
        "CG3004 CPUShares in [Service] is ignored by systemd 262 (kernel-6.12).",
        "write CPUWeight (another scale: shares default to 1024, weights to 100 (1 to 10000))",
        "CG3005");

    [Theory]
    [InlineData("257", "CG3005")]
    [InlineData("258", "CG3004")]
    [InlineData("270", "CG3004")]
    public void CG3004_knows_from_the_notes_what_lies_between_two_dumps(string systemd, string code) =>
        Assert.Equal([code], Codes($"{{kernel: \"6.12\", systemd: \"{systemd}\"}}", "a.service", "Service", "MemoryLimit: 1G"));

    [Fact]
    public void CG3004_covers_what_is_gone_for_so_long_that_no_dump_has_it() => Expect(
        Debian12, "a.service", "Service", "Capabilities: none",
        "CG3004 Capabilities in [Service] is ignored by systemd 252 (debian-12).",
        "write CapabilityBoundingSet or AmbientCapabilities");

    [Fact]
    public void CG3005_says_when_a_directive_will_be_ignored() => Expect(
        $"{Debian11}, {Debian12}", "a.slice", "Slice", "MemoryLimit: 1G",
        "CG3005 MemoryLimit in [Slice] is deprecated in systemd 252 (debian-12), and systemd 258 ignores it.",
        "write MemoryMax");

    [Fact]
    public void CG3005_knows_values() => Expect(
        Debian12, "a.service", "Service", "StandardOutput: syslog",
        "CG3005 StandardOutput=syslog in [Service] is deprecated in systemd 252 (debian-12).",
        "write journal: systemd takes it as journal and says so in the log at every start");

    [Fact]
    public void CG3005_takes_what_is_ignored_without_harm_for_a_warning() => Expect(
        Newest, "a.service", "Service", "CPUAccounting: yes",
        "CG3005 CPUAccounting in [Service] is ignored by systemd 262 (kernel-6.12): CPU time is always counted there.",
        "delete the line");

    [Theory]
    [InlineData(Debian12, "Service", "CPUAccounting: yes")]
    [InlineData(Debian12, "Service", "StandardOutput: journal")]
    [InlineData(Debian12, "Service", "KillMode: mixed")]
    [InlineData(Debian11, "Service", "CPUShares: 512")]
    [InlineData(Debian12, "Unit", "StartLimitBurst: 5")]
    public void CG3005_keeps_quiet_otherwise(string target, string section, string directive) =>
        Assert.Empty(Codes(target, "a.service", section, directive));

    [Fact]
    public void CG3006_names_the_versions_that_refuse_a_value_and_what_they_take() => Expect(
        $"{Debian11}, {Debian12}, {Debian13}", "a.service", "Service", "PrivateTmp: disconnected",
        "CG3006 PrivateTmp=disconnected is refused by systemd 247 (debian-11) and 252 (debian-12), and the line is ignored.",
        "PrivateTmp takes yes or no");

    [Fact]
    public void CG3006_judges_the_default_limits_of_the_manager() => Expect(
        NoVersion, "system.conf", "Manager", "DefaultLimitNOFILE: 64K",
        "CG3006 DefaultLimitNOFILE=64K is refused by systemd, and the line is ignored.",
        "DefaultLimitNOFILE takes a whole number or infinity, or two of them as soft:hard with soft not above hard");

    [Theory]
    [InlineData(NoVersion)]
    [InlineData(TooOld)]
    public void CG3006_does_not_judge_what_it_does_not_know(string target) =>
        Assert.Empty(Codes(target, "a.service", "Service", "LimitNOFILE: 64K"));

    [Fact]
    public void CG3007_names_what_has_no_effect() => Expect(
        Debian12, "a.socket", "Socket", "{KeepAliveTimeSec: 5s, KeepAliveProbes: 3, KeepAlive: no}",
        "CG3007 KeepAliveTimeSec and KeepAliveProbes of a.socket have no effect without KeepAlive=yes: the socket does not ask for keepalive by default.",
        "write KeepAlive: yes beside it, or ignore this when the unit itself has it");

    [Theory]
    [InlineData("%k", true)]
    [InlineData("100%2", true)]
    [InlineData("%%k", false)]
    [InlineData("%n %i %I %t %%", false)]
    [InlineData("50% of it", false)]
    [InlineData("50%", false)]
    public void CG3008_knows_specifiers_from_percent_signs(string value, bool reported) =>
        Assert.Equal(reported ? ["CG3008"] : [], Codes(Debian12, "a.service", "Service", $"Environment: '\"A={value}\"'"));

    [Fact]
    public void CG3008_leaves_percentages_alone() => Assert.Empty(Codes(Debian12, "a.service", "Service", "{CPUQuota: 50%, MemoryMax: 5%, TasksMax: 10%}"));

    [Theory]
    [InlineData("KeepAliveTimeSec: 32767s", false)]
    [InlineData("KeepAliveTimeSec: 32768", true)]
    [InlineData("KeepAliveTimeSec: 10h", true)]
    [InlineData("KeepAliveTimeSec: infinity", true)]
    [InlineData("KeepAliveTimeSec: 500ms", true)]
    [InlineData("KeepAliveTimeSec: 0", false)]
    [InlineData("KeepAliveIntervalSec: 9h 6min 7s", false)]
    [InlineData("KeepAliveIntervalSec: 9h 6min 8s", true)]
    [InlineData("KeepAliveProbes: 127", false)]
    [InlineData("KeepAliveProbes: 128", true)]
    public void CG3009_knows_the_bounds_of_the_kernel(string directive, bool reported) =>
        Assert.Equal(reported ? ["CG3009"] : [], Codes(Debian12, "a.socket", "Socket", $"{{KeepAlive: yes, {directive}}}"));

    [Fact]
    public void CG3009_points_at_the_intent()
    {
        var findings = Specs.Findings(Specs.On(Debian12, "keepalive:\n  idle: 12h\n  units: [a.socket]\n"));
        Assert.Contains(
            "spec.yaml:5:9 CG3009 KeepAliveTimeSec=43200s of a.socket is refused by the kernel, which takes 1 to 32767 seconds (about 9 hours) for one socket: the value of the sysctl key stays in force there.",
            findings,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ExecStart: /bin/x", true)]
    [InlineData("ExecStart: ['', /bin/x]", false)]
    [InlineData("ExecStart: ''", false)]
    [InlineData("{Type: oneshot, ExecStart: /bin/x}", false)]
    [InlineData("{Type: simple, ExecStart: /bin/x}", true)]
    [InlineData("ExecStartPre: /bin/x", false)]
    public void CG3010_wants_a_reset_first(string directive, bool reported) =>
        Assert.Equal(reported ? ["CG3010"] : [], Codes(Debian12, "a.service", "Service", directive));

    [Theory]
    [InlineData("After: ''", true)]
    [InlineData("Wants: ['', b.service]", true)]
    [InlineData("After: b.service", false)]
    [InlineData("ConditionPathExists: ''", false)]
    [InlineData("Documentation: ''", false)]
    public void CG3011_is_about_dependencies_only(string directive, bool reported) =>
        Assert.Equal(reported ? ["CG3011"] : [], Codes(Debian12, "a.service", "Unit", directive));

    [Fact]
    public void A_finding_can_be_ignored_by_the_name_of_its_directive()
    {
        var body = "units:\n  a.service:\n    Service: {RestartMode: direct}\nignore:\n  - {rule: CG3003, setting: a.service Service.RestartMode, reason: r}\n";
        Assert.Equal("", Specs.Findings(Specs.On(Debian12, body)));
    }

    [Fact]
    public void The_intent_and_a_unit_may_agree_and_must_not_differ()
    {
        const string intent = "keepalive: {idle: 5s, interval: 5s, probes: 3, units: [a.socket]}\n";
        Assert.DoesNotContain("CG1107", Specs.Findings(Specs.On(Debian12, intent + "units: {a.socket: {Socket: {KeepAlive: on, KeepAliveTimeSec: 5000ms}}}\n")), StringComparison.Ordinal);
        Assert.Contains(
            "a.socket sets KeepAliveTimeSec to 6s here, and the keepalive block makes it 5s.",
            Specs.Findings(Specs.On(Debian12, intent + "units: {a.socket: {Socket: {KeepAliveTimeSec: 6s}}}\n")),
            StringComparison.Ordinal);
    }

    private static void Expect(string targets, string unit, string section, string directive, string finding, string help, params string[] others)
    {
        var findings = Specs.Compile(Spec(targets, unit, section, directive)).Findings;
        var found = Assert.Single(findings, f => f.Code.Id == finding[..6]);
        Assert.Equal(finding, $"{found.Code} {found.Message}");
        Assert.Equal(help, found.Help);
        Assert.Equal(others, findings.Where(f => f != found).Select(f => f.Code.Id));
    }

    private static string[] Codes(string targets, string unit, string section, string directive) =>
        [.. Specs.Compile(Spec(targets, unit, section, directive)).Findings.Select(f => f.Code.Id)];

    private static string Spec(string targets, string unit, string section, string directive) =>
        Specs.On(targets, $"units:\n  {unit}:\n    {section}: {(directive.StartsWith('{') ? directive : $"{{{directive}}}")}\n");
}
