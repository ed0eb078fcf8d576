using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Spec;

/// <summary>Directives of units with reason, when and unset: what can be wrong, how layers change them, what each target gets.</summary>
public sealed class DirectiveTests
{
    private const string Two = "{platform: debian-12}, {platform: debian-13}";
    private const string Head = "spec: v1\nname: t\ntargets: [{platform: debian-12}]\n";
    private const string Layer = "spec: v1\nlayer: true\nunits: {a.service: {Service: {";

    [Theory]
    [InlineData("Nice: {valeu: 5}", "4:38 CG1002 'valeu' is not known in 'units → a.service → Service → Nice'. Did you mean 'value'?")]
    [InlineData("Nice: {value: 5, pin: true}", "4:48 CG1002 'pin' is not known in 'units → a.service → Service → Nice'.")]
    [InlineData("Nice: [{value: 5, final: true}]", "4:49 CG1002 'final' is not known in 'units → a.service → Service → Nice[1]'.")]
    [InlineData("Nice: {}", "4:37 CG1006 'units → a.service → Service → Nice' must say exactly one of value and unset.")]
    [InlineData("Nice: {reason: x}", "4:37 CG1006 'units → a.service → Service → Nice' must say exactly one of value and unset.")]
    [InlineData("Nice: {value: 5, unset: true}", "4:37 CG1006 'units → a.service → Service → Nice' must say exactly one of value and unset.")]
    [InlineData("Nice: {unset: false}", "4:45 CG1004 'units → a.service → Service → Nice → unset' must be true, not 'false'.")]
    [InlineData("Nice: {unset: true, when: {platform: debian-12}}", "4:57 CG1005 unset takes a directive back on every target, so it cannot have a condition.")]
    [InlineData("Nice: {value: {value: 5}}", "4:45 CG1001 'units → a.service → Service → Nice → value' must be a whole number or a number or text or true or false or empty or a list, not a mapping.")]
    [InlineData("Nice: {value: []}", "4:45 CG1005 An empty list assigns nothing.")]
    [InlineData("Nice: {value: \" 5\"}", "4:45 CG1005 This value begins or ends with a blank, which systemd removes.")]
    [InlineData("Nice: [5, {value: 6}]", "4:38 CG1001 'units → a.service → Service → Nice[1]' must be a mapping, not '5'.")]
    [InlineData("Nice: {value: 5, reason: \"\"}", "4:56 CG1005 'units → a.service → Service → Nice → reason' must not be empty.")]
    [InlineData("Nice: {value: 5, reason: \"a\\n[Service]\"}", "4:56 CG0012 A reason must be one line without control characters: it is rendered into one.")]
    [InlineData("Nice: {value: 5, when: {}}", "4:54 CG1005 'units → a.service → Service → Nice → when' must not be empty.")]
    [InlineData("Nice: {value: 5, when: debian-12}", "4:54 CG1001 'units → a.service → Service → Nice → when' must be a mapping, not 'debian-12'.")]
    [InlineData("Nice: {value: 5, when: {systemd: new}}", "4:64 CG1005 'new' is not a comparison that a condition can use.")]
    [InlineData("Nice: {value: 5, when: {platform: debian-11}}", "4:31 CG1108 No case of Nice of a.service holds on any target, so nothing is written for it.")]
    [InlineData("Nice: {unset: true}", "4:31 CG1104 No layer sets units → a.service → Service → Nice, so there is nothing to take back.")]
    public void One_finding_at_its_place(string directive, string expected) =>
        Assert.Equal($"spec.yaml:{expected}", Specs.Findings($"{Head}units: {{a.service: {{Service: {{{directive}}}}}}}\n"));

    [Fact]
    public void A_mapping_stands_only_where_a_directive_has_its_value() => Assert.Equal(
        "spec.yaml:4:28 CG1001 'units → a.service → value' must be a mapping, not '5'.",
        Specs.Findings($"{Head}units: {{a.service: {{value: 5}}}}\n"));

    [Fact]
    public void Directives_may_be_called_like_the_words_of_a_mapping() => Assert.Equal(
        ["X-Team reason=no", "X-Team value=5", "X-Team when=later"],
        On(0, ("spec.yaml", $"{Head}units: {{a.service: {{X-Team: {{value: 5, when: {{value: later}}, reason: \"no\"}}}}}}\n")));

    [Fact]
    public void The_first_case_that_holds_gives_the_values()
    {
        var spec = Specs.On(Two, """
            units:
              a.service:
                Service:
                  Nice: [{when: {platform: debian-12}, value: 5}, {value: 6}]
                  Environment: [{when: {systemd: ">=257"}, value: ["", A=1]}, {unset: true}]
                  TasksMax: {value: 7, when: {platform: debian-13}}
            """);
        Assert.Equal(["Service Nice=5"], On(0, ("spec.yaml", spec)));
        Assert.Equal(["Service Environment=", "Service Environment=A=1", "Service Nice=6", "Service TasksMax=7"], On(1, ("spec.yaml", spec)));
    }

    [Fact]
    public void A_spec_wins_over_its_layer_with_whatever_it_says() => Assert.Equal(
        ["Service Nice=6", "Service TasksMax=1"],
        On(0,
            ("spec.yaml", Head + "extends: [base.yaml]\nunits: {a.service: {Service: {Nice: {value: 6, reason: r}, Umask: [{when: {platform: debian-12}, unset: true}, {value: 7}]}}}\n"),
            ("base.yaml", Layer + "Nice: [{when: {platform: debian-12}, value: 5}, {value: 4}], Umask: 2, TasksMax: 1}}}\n")));

    [Fact]
    public void Unset_takes_back_what_a_layer_set() => Assert.Equal(
        ["Service TasksMax=1"],
        On(0,
            ("spec.yaml", Head + "extends: [base.yaml]\nunits: {a.service: {Service: {Nice: {unset: true}}}}\n"),
            ("base.yaml", Layer + "Nice: 5, TasksMax: 1}}}\n")));

    [Fact]
    public void Layers_that_disagree_are_named_with_their_conditions() => Assert.Equal(
        "spec.yaml:4:19 CG1102 Two layers disagree about units → a.service → Service → Nice: when {platform: debian-12}: 5 in a.yaml, 5 in b.yaml.",
        Specs.Findings(
            ("spec.yaml", Head + "extends: [a.yaml, b.yaml]\n"),
            ("a.yaml", Layer + "Nice: {value: 5, when: {platform: debian-12}}}}}\n"),
            ("b.yaml", Layer + "Nice: 5}}}\n")));

    [Fact]
    public void A_layer_that_unsets_and_one_that_sets_disagree() => Assert.Contains(
        "spec.yaml:4:19 CG1102 Two layers disagree about units → a.service → Service → Nice: unset in a.yaml, 5 in b.yaml.",
        Specs.Findings(
            ("spec.yaml", Head + "extends: [a.yaml, b.yaml]\n"),
            ("a.yaml", Layer + "Nice: {unset: true}}}}\n"),
            ("b.yaml", Layer + "Nice: 5}}}\n")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("\"A=1, B=2\"", "[A=1, B=2]")]
    [InlineData("\"\"", "[\"\", A=1]")]
    public void Layers_agree_only_on_the_same_values(string one, string other) => Assert.Contains(
        "CG1102",
        Specs.Findings(
            ("spec.yaml", Head + "extends: [a.yaml, b.yaml]\n"),
            ("a.yaml", Layer + $"Environment: {one}}}}}}}\n"),
            ("b.yaml", Layer + $"Environment: {other}}}}}}}\n")),
        StringComparison.Ordinal);

    [Fact]
    public void Reasons_may_differ_between_layers_that_agree() => Assert.DoesNotContain(
        "CG1102",
        Specs.Findings(
            ("spec.yaml", Head + "extends: [a.yaml, b.yaml]\n"),
            ("a.yaml", Layer + "Nice: {value: 5, reason: one}}}}\n"),
            ("b.yaml", Layer + "Nice: 5}}}\n")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("6", "It cannot become 6 here.")]
    [InlineData("{unset: true}", "It cannot become unset here.")]
    [InlineData("{value: 5, when: {platform: debian-12}}", "It cannot become when {platform: debian-12}: 5 here.")]
    public void A_final_directive_cannot_be_changed_above(string value, string expected) => Assert.Equal(
        $"spec.yaml:5:31 CG1103 units → a.service → Service → Nice is final in a layer: 5. {expected}",
        Specs.Findings(
            ("spec.yaml", Head + $"extends: [base.yaml]\nunits: {{a.service: {{Service: {{Nice: {value}}}}}}}\n"),
            ("base.yaml", Layer + "Nice: {value: 5, final: true}}}}\n")));

    [Theory]
    [InlineData("KeepAliveProbes: {unset: true}", "unset")]
    [InlineData("KeepAliveProbes: {value: 3, when: {platform: debian-12}}", "when {platform: debian-12}: 3")]
    public void The_intent_is_for_every_target(string directive, string says) => Assert.Contains(
        $"spec.yaml:5:29 CG1107 a.socket sets KeepAliveProbes to {says} here, and the keepalive block makes it 3.",
        Specs.Findings(Specs.On(Two, $"keepalive: {{probes: 3, units: [a.socket]}}\nunits: {{a.socket: {{Socket: {{{directive}}}}}}}\n")),
        StringComparison.Ordinal);

    [Fact]
    public void The_intent_takes_a_unit_that_is_named_twice_once() => Assert.Equal(
        ["Socket KeepAlive=yes", "Socket KeepAliveProbes=3"],
        On(0, ("spec.yaml", Specs.On(Two, "keepalive: {probes: 3, units: [a.socket, a.socket]}\n"))));

    /// <summary>What a target gets: section, directive and value, in the order of the resolved spec.</summary>
    private static string[] On(int target, params (string Path, string Text)[] files)
    {
        var spec = Specs.Compile(files).Spec!;
        return
        [
            .. from unit in spec.Units
               from section in unit.Sections
               from directive in section.Directives
               where directive.IsFor(spec.Targets[target])
               from value in directive.Values
               select $"{section.Name.Value} {directive.Name.Value}={value.Text}",
        ];
    }
}
