using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Tests.Render;

/// <summary>Templates that say something else than the plan must not get through, and the finding must point to the spec.</summary>
public class SelfCheckTests
{
    private const string Good = "{{ for s in settings }}{{ s.key }} = {{ s.value }}\n{{ end }}";

    [Fact]
    public void A_template_of_ones_own_that_says_the_same_passes()
    {
        var result = Rendering.Render(Spec(), null, ("sysctl.d/fragment.scriban", Good));
        Assert.Empty(result.Findings);
        Assert.Equal("net.core.somaxconn = 16384\nvm.swappiness = 10\n", Assert.Single(result.Plan!.Artifacts).Content);
    }

    [Fact]
    public void A_dropped_line_is_found() => Expect(
        "vm.swappiness",
        "sysctl.d/60-web.conf: vm.swappiness = \"10\" is expected, but it is not there",
        "net.core.somaxconn = 16384\n");

    [Fact]
    public void A_changed_value_is_found() => Expect(
        "vm.swappiness",
        "sysctl.d/60-web.conf line 2: vm.swappiness = \"10\" is expected, but it says \"11\"",
        "net.core.somaxconn = 16384\nvm.swappiness = 11\n");

    [Fact]
    public void An_added_line_is_found_at_the_setting_that_follows() => Expect(
        "vm.swappiness",
        "sysctl.d/60-web.conf line 2: kernel/panic = \"1\" is there, but the spec does not set it",
        "net.core.somaxconn = 16384\nkernel.panic = 1\nvm.swappiness = 10\n");

    [Fact]
    public void A_line_added_at_the_end_is_found_at_the_last_setting() => Expect(
        "vm.swappiness",
        "sysctl.d/60-web.conf line 3: kernel/panic = \"1\" is there, but the spec does not set it",
        "net.core.somaxconn = 16384\nvm.swappiness = 10\nkernel.panic = 1\n");

    [Fact]
    public void A_repeated_line_is_found() => Expect(
        "net.core.somaxconn",
        "sysctl.d/60-web.conf line 3: net.core.somaxconn is there a second time",
        "net.core.somaxconn = 16384\nvm.swappiness = 10\nnet/core/somaxconn = 16384\n");

    [Fact]
    public void A_dash_that_hides_failures_is_found() => Expect(
        "vm.swappiness",
        "sysctl.d/60-web.conf line 2: vm.swappiness starts with a dash, so that a failure to write it would not be noticed",
        "net.core.somaxconn = 16384\n-vm.swappiness = 10\n");

    [Fact]
    public void A_pattern_is_found() => Expect(
        "vm.swappiness",
        "sysctl.d/60-web.conf line 2: \"net.ipv4.conf.*.rp_filter = 0\" is there, but its key is a pattern that may match other keys",
        "net.core.somaxconn = 16384\nnet.ipv4.conf.*.rp_filter = 0\nvm.swappiness = 10\n");

    [Fact]
    public void A_comment_that_is_broken_into_lines_is_found()
    {
        var template = "{{ for s in settings }}# {{ s.comments[0] | string.replace '|' '\n' }}\n{{ s.key }} = {{ s.value }}\n{{ end }}";
        var spec = new SpecBuilder().Set("vm.swappiness", "10", reason: "harmless|kernel.panic = 1").Build();
        var finding = Assert.Single(Rendering.Render(spec, null, ("sysctl.d/fragment.scriban", template)).Findings);
        Assert.Equal("sysctl.d/60-web.conf line 2: kernel/panic = \"1\" is there, but the spec does not set it", finding.Message);
        Assert.Equal("specs/web.yaml:4:18", finding.Span!.ToString());
    }

    [Theory]
    [InlineData("harmless\nkernel.panic = 1")]
    [InlineData("harmless\r\nkernel.panic = 1")]
    [InlineData("harmless\u2028kernel.panic = 1")]
    public void A_reason_cannot_end_its_comment(string reason)
    {
        var text = Rendering.Text(new SpecBuilder().Set("vm.swappiness", "10", reason).Build());
        Assert.Contains("# harmless kernel.panic = 1\n", text, StringComparison.Ordinal);
        Assert.Equal(["vm.swappiness = 10"], Rendering.Assignments(text));
    }

    [Theory]
    [InlineData("10\nkernel.panic = 1")]
    [InlineData("10 ")]
    [InlineData(" 10")]
    [InlineData("1\u00851")]
    public void A_value_that_a_line_cannot_hold_is_refused(string value)
    {
        var result = Rendering.Render(new SpecBuilder().Set("vm.swappiness", value).Build());
        Assert.Null(result.Plan);
        Assert.All(result.Findings, f => Assert.Equal((RenderCodes.SelfCheck, "vm.swappiness"), (f.Code, f.Setting)));
    }

    [Theory]
    [InlineData("-vm.swappiness")]
    [InlineData("#vm.swappiness")]
    [InlineData(";vm.swappiness")]
    [InlineData("vm.swap=piness")]
    [InlineData("vm.swap*")]
    [InlineData("vm.swap ness")]
    [InlineData("vm/../swappiness")]
    public void A_key_that_loaders_would_misread_is_refused(string key)
    {
        var result = Rendering.Render(new SpecBuilder().Set(key, "1").Build());
        Assert.Null(result.Plan);
        Assert.NotEmpty(result.Findings);
        Assert.All(result.Findings, f => Assert.Equal(RenderCodes.SelfCheck, f.Code));
    }

    [Fact]
    public void Modules_are_checked_as_well()
    {
        var spec = new SpecBuilder().Set("net.netfilter.nf_conntrack_max", "262144").Build();
        var result = Rendering.Render(spec, Rendering.SomeFacts, ("modules-load.d/modules.scriban", "nf_conntrack\nnf_conntrack\ndummy\n"));
        Assert.Equal(
            [
                "modules-load.d/web.conf line 3: \"dummy\" would be loaded, but no setting needs it",
                "modules-load.d/web.conf line 2: the module nf_conntrack is there a second time",
            ],
            result.Findings.Select(f => f.Message));
        result = Rendering.Render(spec, Rendering.SomeFacts, ("modules-load.d/modules.scriban", "# nothing\n"));
        Assert.Equal("modules-load.d/web.conf: the module nf_conntrack is expected, but it is not there", Assert.Single(result.Findings).Message);
    }

    private static ResolvedSpec Spec() => new SpecBuilder().Set("vm.swappiness", "10").Set("net.core.somaxconn", "16384").Build();

    private static void Expect(string setting, string message, string rendered)
    {
        var result = Rendering.Render(Spec(), null, ("sysctl.d/fragment.scriban", rendered));
        Assert.Null(result.Plan);
        var finding = Assert.Single(result.Findings);
        Assert.Equal((RenderCodes.SelfCheck, Severity.Error, message, setting), (finding.Code, finding.Severity, finding.Message, finding.Setting));
        var line = finding.Span!.Source.LineAt(finding.Span.Start.Line);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"  {setting}:"), line, StringComparison.Ordinal);
    }
}
