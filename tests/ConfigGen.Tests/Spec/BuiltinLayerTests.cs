using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Spec;

/// <summary>Starting points under extends: layers, whose lines nobody can change.</summary>
public sealed class BuiltinLayerTests
{
    private const string Head = "spec: v1\nname: t\ntargets: [{platform: debian-12}]\n";
    private const string Known =
        "there are builtin:container-host, builtin:database, builtin:k8s-node, builtin:kernel-hardening, builtin:load-balancer, builtin:nat-gateway, builtin:web-server";

    [Fact]
    public void Its_settings_units_purpose_and_keepalive_come_in()
    {
        var spec = Specs.Compile(Head + "extends: [builtin:web-server, builtin:database]\n").Spec!;

        Assert.Equal("16384", spec.Find("net.core.somaxconn")!.Values[0].Value!.Text);
        Assert.Equal("builtin:web-server:25:3", spec.Find("net.core.somaxconn")!.KeySpan.ToString());
        Assert.Equal(["nginx.service"], spec.Units.Select(u => u.Name.Value));
        Assert.Equal(["web", "db"], spec.Purpose.Select(p => p.Value));
        Assert.Equal(300, spec.Keepalive!.Idle!.Value);
        Assert.Equal(["debian-12"], spec.Targets.Select(t => t.Label));
    }

    [Fact]
    public void Its_targets_are_not_those_of_the_spec() =>
        Assert.Equal("spec.yaml:1:1 CG1106 The spec names no targets, so nothing can be judged.", Specs.Findings("spec: v1\nname: t\nextends: [builtin:web-server]\n"));

    [Fact]
    public void The_spec_wins_and_keeps_what_it_replaced()
    {
        var compilation = Specs.Compile(Head + "extends: [builtin:web-server]\npurpose: [proxy]\nsysctl:\n  net.core.somaxconn: 8192\n  net.ipv4.tcp_mtu_probing: {unset: true}\n");

        var setting = compilation.Spec!.Find("net.core.somaxconn")!;
        Assert.Equal("", Specs.Lines(compilation));
        Assert.Equal("8192", setting.Values[0].Value!.Text);
        Assert.Equal(["builtin:web-server:25:3 16384"], setting.Overridden.Select(o => $"{o.Span} {o.Text}"));
        Assert.Null(compilation.Spec.Find("net.ipv4.tcp_mtu_probing"));
        Assert.Equal(["proxy"], compilation.Spec.Purpose.Select(p => p.Value));
    }

    [Fact]
    public void Files_between_may_extend_it_too()
    {
        var compilation = Specs.Compile(
            ("spec.yaml", Head + "extends: [base.yaml, builtin:web-server]\n"),
            ("base.yaml", "spec: v1\nlayer: true\nextends: [builtin:web-server]\nsysctl: {net.core.somaxconn: {value: 16384, final: true}}\n"));

        Assert.Equal("", Specs.Lines(compilation));
        Assert.True(compilation.Spec!.Find("net.core.somaxconn")!.Final);
    }

    [Fact]
    public void A_layer_that_disagrees_with_it_is_an_error_that_names_both_lines()
    {
        var compilation = Specs.Compile(
            ("spec.yaml", Head + "extends: [builtin:web-server, base.yaml]\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctl:\n  net.core.somaxconn: 1024\n"));

        var finding = Assert.Single(compilation.Findings, f => f.Code == SpecCodes.SiblingConflict);
        Assert.Equal("Two layers disagree about net.core.somaxconn: 16384 in builtin:web-server, 1024 in base.yaml.", finding.Message);
        Assert.Equal(["builtin:web-server:25:3", "base.yaml:4:3"], finding.Related.Select(r => r.Span.ToString()));
    }

    [Fact]
    public void A_line_that_does_not_fit_the_targets_is_told_where_the_spec_names_it()
    {
        var compilation = Specs.Compile("spec: v1\nname: t\ntargets: [{platform: rhel-7}]\nextends:\n  - builtin:kernel-hardening\n");

        var finding = Assert.Single(compilation.Findings, f => f.Setting == "fs.protected_regular");
        Assert.Equal("spec.yaml:5:5", finding.Span!.ToString());
        Assert.Equal("CG2002 fs.protected_regular does not exist on rhel-7: upstream Linux has it since 4.19.", $"{finding.Code} {finding.Message}");
        Assert.Equal("take it back in this file: under sysctl, fs.protected_regular: {unset: true}; or give it a value of your own", finding.Help);
        Assert.Matches("^builtin:kernel-hardening:[0-9]+:3 the starting point says this$", finding.Related[0].Span + " " + finding.Related[0].Message);
        Assert.Null(finding.Fix);
        Assert.Null(compilation.Plan);
    }

    [Fact]
    public void What_the_message_says_helps()
    {
        const string Spec = "spec: v1\nname: t\ntargets: [{platform: rhel-7}]\nextends: [builtin:kernel-hardening]\nsysctl:\n";
        var absent = Specs.Compile(Spec + "  vm.swappiness: 10\n").Findings.Where(f => f.Span!.Start.Line == 4).Select(f => $"  {f.Setting}: {{unset: true}}\n").ToList();

        Assert.NotEmpty(absent);
        Assert.Equal("", Specs.Findings(Spec + string.Concat(absent)));
    }

    [Fact]
    public void A_line_of_a_unit_is_taken_back_under_units()
    {
        const string Spec = "spec: v1\nname: t\ntargets: [{platform: alpine-3.22}]\nextends: [builtin:web-server]\n";
        var finding = Assert.Single(Specs.Compile(Spec).Findings);

        Assert.Equal("spec.yaml:4:11 nginx.service does nothing on alpine-3.22: there is no systemd.", $"{finding.Span} {finding.Message}");
        Assert.Equal("take it back in this file: under units, nginx.service: {Service: {LimitNOFILE: {unset: true}}}; or give it a value of your own", finding.Help);
        Assert.Equal("", Specs.Findings(Spec + "units:\n  nginx.service: {Service: {LimitNOFILE: {unset: true}}}\n"));
    }

    [Fact]
    public void What_it_accepts_about_its_own_lines_stays_accepted_whatever_the_spec_ignores()
    {
        var compilation = Specs.Compile(Head + "extends: [builtin:database]\nignore: []\n");

        Assert.Equal("", Specs.Lines(compilation));
        Assert.Equal(["spec.yaml:4:11 CG2010"], compilation.Accepted.Select(a => $"{a.Finding.Span} {a.Finding.Code}"));
    }

    [Fact]
    public void The_lines_of_the_spec_are_not_accepted_with_them() =>
        Assert.StartsWith(
            "spec.yaml:5:19 CG2010 net.ipv4.tcp_keepalive_time = 600",
            Specs.Findings(Head + "extends: [builtin:database]\nkeepalive: {idle: 10m, interval: 30s, probes: 3, detect_within: 15m}\n"),
            StringComparison.Ordinal);

    [Fact]
    public void The_spec_may_ignore_what_is_found_in_it()
    {
        var findings = Specs.Findings("spec: v1\nname: t\ntargets: [{platform: rhel-7}]\nextends: [builtin:kernel-hardening]\nignore: [{rule: CG2002, setting: fs.*, reason: known}]\n");

        Assert.Contains("CG2002 kernel.unprivileged_bpf_disabled", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("fs.protected", findings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[builtin:webserver]", "There is no starting point 'builtin:webserver'. Did you mean 'builtin:web-server'?")]
    [InlineData("[builtin:web-server.yaml]", "There is no starting point 'builtin:web-server.yaml'. Did you mean 'builtin:web-server'?")]
    [InlineData("[\"builtin: web-server\"]", "There is no starting point 'builtin: web-server'. Did you mean 'builtin:web-server'?")]
    [InlineData("[Builtin:web-server]", "There is no starting point 'Builtin:web-server'. Did you mean 'builtin:web-server'?")]
    [InlineData("[built-in:web-server]", "There is no starting point 'built-in:web-server'. Did you mean 'builtin:web-server'?")]
    [InlineData("[builtin:k8s]", "There is no starting point 'builtin:k8s'. Did you mean 'builtin:k8s-node'?")]
    [InlineData("[builtin:nginx]", "There is no starting point 'builtin:nginx'.")]
    [InlineData("[\"builtin:\"]", "There is no starting point 'builtin:'.")]
    [InlineData("[builtin:../../etc/passwd]", "There is no starting point 'builtin:../../etc/passwd'.")]
    public void An_unknown_one_is_an_error_that_lists_those_there_are(string extends, string message)
    {
        var finding = Assert.Single(Specs.Compile(Head + $"extends: {extends}\nsysctl: {{vm.swappiness: 10}}\n").Findings);

        Assert.Equal(("spec.yaml:4:11", "CG1110", message, Known), (finding.Span!.ToString(), finding.Code.Id, finding.Message, finding.Help));
    }

    [Fact]
    public void A_second_one_is_spelled_as_exactly_as_the_first() =>
        Assert.Equal(
            "spec.yaml:4:29 CG1110 There is no starting point 'Builtin:database'. Did you mean 'builtin:database'?",
            Specs.Findings(Head + "extends: [builtin:database, Builtin:database]\n"));

    [Theory]
    [InlineData("[builtin: web-server]", "spec.yaml:4:11 CG1001 'extends[1]' must be text, not a mapping.", "take the blank out: builtin:web-server")]
    [InlineData("builtin:web-server", "spec.yaml:4:10 CG1001 'extends' must be a list, not 'builtin:web-server'.", "write [builtin:web-server]")]
    [InlineData("[web-server]", "spec.yaml:4:11 CG0001 web-server does not exist.", "for the starting point of that name, write builtin:web-server")]
    public void What_is_nearly_a_reference_says_how_to_write_it(string extends, string line, string help)
    {
        var compilation = Specs.Compile(Head + $"extends: {extends}\nsysctl: {{vm.swappiness: 10}}\n");

        Assert.Equal((line, help), (Specs.Lines(compilation), Assert.Single(compilation.Findings).Help));
    }

    [Fact]
    public void Rendered_comments_name_it_the_same_from_any_folder()
    {
        var paths = (string[])["spec.yaml", "deep/in/it/spec.yaml"];
        var fragments = paths
            .Select(path => Specs.Compile((path, Head + "extends: [builtin:web-server]\n")).Plan!)
            .Select(plan => Fragment(plan).Split('\n', 2)[1])
            .Distinct(StringComparer.Ordinal);

        Assert.Contains("kept open between requests", Assert.Single(fragments), StringComparison.Ordinal);
    }

    private static string Fragment(RenderPlan plan) => plan.Artifacts.First(a => a.Path == "sysctl.d/60-t.conf").Content;
}
