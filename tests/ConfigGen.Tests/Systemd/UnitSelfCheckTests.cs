using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Tests.Render;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Systemd;

/// <summary>A template that says something else than the spec: found, at the line of the spec.</summary>
public sealed class UnitSelfCheckTests
{
    private const string Template = "systemd-dropin/dropin.scriban";
    private const string Path = "systemd/system/a.service.d/60-t.conf";
    private const string Lines = "{{ for s in sections }}[{{ s.name }}]\n{{ for d in s.directives }}{{ d.name }}={{ d.value }}\n{{ end }}{{ end }}";

    [Fact]
    public void A_template_of_ones_own_may_look_otherwise_and_say_the_same()
    {
        var result = Rendering.Render(Spec(), null, (Template, Lines));
        Assert.Empty(result.Findings);
        Assert.Equal("[Unit]\nAfter=b.service\n[Service]\nExecStart=\nExecStart=/bin/x\nNice=5\n", Assert.Single(result.Plan!.Artifacts).Content);
    }

    [Fact]
    public void A_missing_line_is_found() =>
        Expect("Nice: 5", $"{Path}: [Service] Nice=\"5\" is expected, but it is not there", "[Unit]\nAfter=b.service\n[Service]\nExecStart=\nExecStart=/bin/x\n");

    [Fact]
    public void Another_value_is_found() =>
        Expect("Nice: 5", $"{Path} line 6: [Service] Nice=\"5\" is expected, but it says \"6\"", "[Unit]\nAfter=b.service\n[Service]\nExecStart=\nExecStart=/bin/x\nNice=6\n");

    [Fact]
    public void A_lost_reset_is_found() =>
        Expect("ExecStart: [\"\", /bin/x]", $"{Path} line 4: [Service] ExecStart=\"\" is expected, but it says \"/bin/x\"", "[Unit]\nAfter=b.service\n[Service]\nExecStart=/bin/x\nExecStart=/bin/x\nNice=5\n");

    [Fact]
    public void A_line_too_many_is_found() =>
        Expect("Nice: 5", $"{Path} line 7: [Service] Restart=\"no\" is there, but the spec does not set it", Lines + "Restart=no\n");

    [Fact]
    public void A_repeated_line_is_found() =>
        Expect("Nice: 5", $"{Path} line 7: [Service] Nice=\"5\" is there once more than the spec says", Lines + "Nice=5\n");

    [Fact]
    public void A_line_outside_of_a_section_is_found() =>
        Expect("After: b.service", $"{Path} line 1: \"Nice=5\" is there, but it stands in no section", "Nice=5\n" + Lines);

    private static ResolvedSpec Spec() => Specs.Compile(Specs.On("{platform: debian-12}", """
        units:
          a.service:
            Service:
              ExecStart: ["", /bin/x]
              Nice: 5
            Unit:
              After: b.service
        """)).Spec!;

    private static void Expect(string line, string message, string template)
    {
        var result = Rendering.Render(Spec(), null, (Template, template));
        Assert.Null(result.Plan);
        var finding = Assert.Single(result.Findings);
        Assert.Equal((RenderCodes.SelfCheck, message), (finding.Code, finding.Message));
        Assert.Equal(line, finding.Span!.Source.LineAt(finding.Span.Start.Line).Trim());
    }
}
