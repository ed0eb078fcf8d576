using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Spec;

/// <summary>DESIGN section 2, layers: child wins, siblings must agree, final, unset, origins.</summary>
public sealed class LayerTests
{
    private const string Head = "spec: v1\nname: t\ntargets: [{platform: debian-12}]\n";

    [Fact]
    public void A_spec_wins_over_what_it_extends_and_keeps_the_origin()
    {
        var compilation = Specs.Compile(
            ("web/spec.yaml", Head + "extends: [../base.yaml]\nsysctl:\n  net.core.somaxconn: 16384\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctl:\n  net.core.somaxconn: 8192\n  net.ipv4.ip_forward: 1\n"));

        Assert.Equal("16384", Specs.Value(compilation, "net.core.somaxconn"));
        Assert.Equal("1", Specs.Value(compilation, "net.ipv4.ip_forward"));
        var setting = compilation.Spec!.Find("net.core.somaxconn")!;
        Assert.Equal("web/spec.yaml:6:3", setting.KeySpan.ToString());
        Assert.Equal(["base.yaml:4:3 8192"], setting.Overridden.Select(o => $"{o.Span} {o.Text}"));
        Assert.Equal("base.yaml:5:3", compilation.Spec.Find("net.ipv4.ip_forward")!.KeySpan.ToString());
    }

    [Fact]
    public void Going_back_to_the_default_against_a_layer_is_no_repetition_of_it()
    {
        var compilation = Specs.Compile(
            ("spec.yaml", Head + "extends: [base.yaml]\nsysctl: {net.ipv4.tcp_sack: 1, net.ipv4.tcp_syncookies: 1}\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctl: {net.ipv4.tcp_sack: 0}\n"));

        Assert.Equal(["net.ipv4.tcp_syncookies"], compilation.Findings.Where(f => f.Code.Id == "CG2012").Select(f => f.Setting));
    }

    [Fact]
    public void Three_levels_keep_the_whole_history()
    {
        var compilation = Specs.Compile(
            ("spec.yaml", Head + "extends: [mid.yaml]\nsysctl: {net.core.somaxconn: 3}\n"),
            ("mid.yaml", "spec: v1\nlayer: true\nextends: [base.yaml]\nsysctl: {net.core.somaxconn: 2}\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctl: {net.core.somaxconn: 1}\n"));

        Assert.Equal(["mid.yaml:4:10 2", "base.yaml:3:10 1"], compilation.Spec!.Find("net.core.somaxconn")!.Overridden.Select(o => $"{o.Span} {o.Text}"));
    }

    [Fact]
    public void Two_layers_that_disagree_are_an_error_naming_both_lines()
    {
        var compilation = Specs.Compile(
            ("spec.yaml", Head + "extends: [a.yaml, b.yaml]\n"),
            ("a.yaml", "spec: v1\nlayer: true\nsysctl:\n  net.core.somaxconn: 1024\n"),
            ("b.yaml", "spec: v1\nlayer: true\nsysctl:\n  net.core.somaxconn: 2048\n"));

        var finding = Assert.Single(compilation.Findings, f => f.Code.Id == "CG1102");
        Assert.Equal("Two layers disagree about net.core.somaxconn: 1024 in a.yaml, 2048 in b.yaml.", finding.Message);
        Assert.Equal("spec.yaml:4:19", finding.Span!.ToString());
        Assert.Equal(["a.yaml:4:3", "b.yaml:4:3"], finding.Related.Select(r => r.Span.ToString()));
    }

    [Fact]
    public void Two_layers_that_disagree_are_fine_when_the_spec_decides()
    {
        var compilation = Specs.Compile(
            ("spec.yaml", Head + "extends: [a.yaml, b.yaml]\nsysctl: {net.core.somaxconn: 4096}\n"),
            ("a.yaml", "spec: v1\nlayer: true\nsysctl: {net.core.somaxconn: 1024}\n"),
            ("b.yaml", "spec: v1\nlayer: true\nsysctl: {net.core.somaxconn: 2048}\n"));

        Assert.DoesNotContain(compilation.Findings, f => f.Code.Id == "CG1102");
        Assert.Equal("4096", Specs.Value(compilation, "net.core.somaxconn"));
    }

    [Fact]
    public void Two_layers_may_say_the_same_thing()
    {
        Assert.DoesNotContain("CG1102", Specs.Findings(
            ("spec.yaml", Head + "extends: [a.yaml, b.yaml]\n"),
            ("a.yaml", "spec: v1\nlayer: true\nsysctl: {net.ipv4.tcp_rmem: [4096, 131072, 16777216]}\n"),
            ("b.yaml", "spec: v1\nlayer: true\nsysctl: {net.ipv4.tcp_rmem: 4096 131072 16777216}\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_reached_twice_does_not_conflict_with_itself()
    {
        Assert.DoesNotContain("CG1102", Specs.Findings(
            ("spec.yaml", Head + "extends: [a.yaml, b.yaml]\n"),
            ("a.yaml", "spec: v1\nlayer: true\nextends: [base.yaml]\n"),
            ("b.yaml", "spec: v1\nlayer: true\nextends: [base.yaml]\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctl: {net.core.somaxconn: 8192}\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diamond_in_which_one_side_changes_the_base_must_be_decided()
    {
        var findings = Specs.Findings(
            ("spec.yaml", Head + "extends: [a.yaml, b.yaml]\n"),
            ("a.yaml", "spec: v1\nlayer: true\nextends: [base.yaml]\nsysctl: {net.core.somaxconn: 16384}\n"),
            ("b.yaml", "spec: v1\nlayer: true\nextends: [base.yaml]\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctl: {net.core.somaxconn: 8192}\n"));

        Assert.Contains("spec.yaml:4:19 CG1102 Two layers disagree about net.core.somaxconn: 16384 in a.yaml, 8192 in base.yaml.", findings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_final_setting_cannot_be_changed_above()
    {
        var compilation = Specs.Compile(
            ("spec.yaml", Head + "extends: [base.yaml]\nsysctl:\n  kernel.kptr_restrict: 1\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctl:\n  kernel.kptr_restrict: {value: 2, final: true}\n"));

        var finding = Assert.Single(compilation.Findings, f => f.Code.Id == "CG1103");
        Assert.Equal("spec.yaml:6:3", finding.Span!.ToString());
        Assert.Equal("kernel.kptr_restrict is final in a layer: 2. It cannot become 1 here.", finding.Message);
        Assert.Equal("base.yaml:4:3", finding.Related[0].Span.ToString());
        Assert.Null(compilation.Plan);
    }

    [Theory]
    [InlineData("kernel.kptr_restrict: 2")]
    [InlineData("kernel.kptr_restrict: {value: 2, reason: as the base has it}")]
    public void A_final_setting_may_be_repeated(string line)
    {
        Assert.DoesNotContain("CG1103", Specs.Findings(
            ("spec.yaml", Head + $"extends: [base.yaml]\nsysctl:\n  {line}\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctl:\n  kernel.kptr_restrict: {value: 2, final: true}\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void Final_holds_through_the_layers_between()
    {
        Assert.Contains("spec.yaml:5:10 CG1103", Specs.Findings(
            ("spec.yaml", Head + "extends: [mid.yaml]\nsysctl: {kernel.kptr_restrict: {unset: true}}\n"),
            ("mid.yaml", "spec: v1\nlayer: true\nextends: [base.yaml]\nsysctl: {kernel.kptr_restrict: 2}\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctl: {kernel.kptr_restrict: {value: 2, final: true}}\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void Unset_takes_back_what_a_layer_set()
    {
        var compilation = Specs.Compile(
            ("spec.yaml", Head + "extends: [base.yaml]\nsysctl:\n  net.ipv4.tcp_tw_recycle: {unset: true}\n  net.core.somaxconn: 8192\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctl:\n  net.ipv4.tcp_tw_recycle: 1\n"));

        Assert.Equal("(not set)", Specs.Value(compilation, "net.ipv4.tcp_tw_recycle"));
        Assert.DoesNotContain("tcp_tw_recycle", Specs.Lines(compilation), StringComparison.Ordinal);
    }

    [Fact]
    public void Unset_of_nothing_is_a_warning()
    {
        Assert.Contains(
            "spec.yaml:5:3 CG1104 No layer sets net.core.somaxconn, so there is nothing to take back.",
            Specs.Findings(Head + "sysctl:\n  net.core.somaxconn: {unset: true}\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Maps_merge_by_key_and_lists_replace()
    {
        var compilation = Specs.Compile(
            ("spec.yaml", Head + "extends: [base.yaml]\npurpose: [web]\nkeepalive: {interval: 10s}\nunits: {a.service: {Service: {LimitNOFILE: 2048}}}\n"),
            ("base.yaml", "spec: v1\nlayer: true\npurpose: [db, router]\nkeepalive: {idle: 2m, probes: 3}\nunits: {a.service: {Service: {LimitNOFILE: 1024, Nice: 5}}}\n"));

        var spec = compilation.Spec!;
        Assert.Equal(["web"], spec.Purpose.Select(p => p.Value));
        Assert.Equal((120L, 10L, 3L), (spec.Keepalive!.Idle!.Value, spec.Keepalive.Interval!.Value, spec.Keepalive.Probes!.Value));
        Assert.Equal(["LimitNOFILE=2048", "Nice=5"], spec.Units[0].Sections[0].Directives.Select(d => $"{d.Name.Value}={d.Values[0].Text}"));
    }

    [Fact]
    public void A_layers_keepalive_gives_way_to_a_line_above_it()
    {
        var compilation = Specs.Compile(
            ("spec.yaml", Head + "extends: [base.yaml]\nsysctl: {net.ipv4.tcp_keepalive_time: 600}\n"),
            ("base.yaml", "spec: v1\nlayer: true\nkeepalive: {idle: 2m, interval: 30s, probes: 3}\n"));

        Assert.Equal("600", Specs.Value(compilation, "net.ipv4.tcp_keepalive_time"));
        Assert.Equal("30", Specs.Value(compilation, "net.ipv4.tcp_keepalive_intvl"));
        Assert.DoesNotContain("CG1107", Specs.Lines(compilation), StringComparison.Ordinal);
    }

    [Fact]
    public void In_one_file_keepalive_and_sysctl_must_agree()
    {
        Assert.Contains(
            "spec.yaml:6:3 CG1107 net.ipv4.tcp_keepalive_time is set to 600 here, and the keepalive block makes it 120.",
            Specs.Findings(Head + "keepalive: {idle: 2m}\nsysctl:\n  net.ipv4.tcp_keepalive_time: 600\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_and_ignores_are_inherited_unless_given()
    {
        (string, string) layer = ("base.yaml", "spec: v1\nlayer: true\ntargets: [{platform: debian-12}]\nignore: [{rule: CG2010, reason: known}]\n");
        var inherits = Specs.Compile(("spec.yaml", "spec: v1\nname: t\nextends: [base.yaml]\nsysctl: {net.core.somaxconn: 8192}\n"), layer);
        var gives = Specs.Compile(("spec.yaml", "spec: v1\nname: t\nextends: [base.yaml]\ntargets: [{platform: rhel-9}]\nignore: []\nsysctl: {net.core.somaxconn: 8192}\n"), layer);

        Assert.Equal(["debian-12"], inherits.Spec!.Targets.Select(t => t.Label));
        Assert.True(Assert.Single(inherits.Spec.Ignores).Inherited);
        Assert.Equal(["rhel-9"], gives.Spec!.Targets.Select(t => t.Label));
        Assert.Empty(gives.Spec.Ignores);
    }

    [Fact]
    public void A_circle_is_an_error_that_names_the_way_round()
    {
        Assert.Contains(
            "b.yaml:3:11 CG1101 Layers extend each other in a circle: a.yaml → b.yaml → a.yaml.",
            Specs.Findings(
                ("a.yaml", Head + "extends: [b.yaml]\n"),
                ("b.yaml", "spec: v1\nlayer: true\nextends: [a.yaml]\n")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_layer_is_reported_where_it_is_named()
    {
        Assert.Contains("web/spec.yaml:4:11 CG0001 base.yaml does not exist.", Specs.Findings(("web/spec.yaml", Head + "extends: [../base.yaml]\nsysctl: {net.core.somaxconn: 8192}\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_layer_is_reported_in_the_layer()
    {
        Assert.Contains("base.yaml:3:1 CG1002 'sysctrl' is not known at the top of a spec. Did you mean 'sysctl'?", Specs.Findings(
            ("spec.yaml", Head + "extends: [base.yaml]\n"),
            ("base.yaml", "spec: v1\nlayer: true\nsysctrl: {}\n")), StringComparison.Ordinal);
    }
}
