using ConfigGen.Core.Findings;

namespace ConfigGen.Tests.Render;

public class UndecidedTests
{
    [Fact]
    public void A_setting_that_only_the_host_can_decide_is_refused_with_the_reason()
    {
        var spec = new SpecBuilder().Target("debian-12").Target("debian-13").Undecided("vm.min_free_kbytes", "the target does not say its memory").Build();
        var result = Rendering.Render(spec);
        Assert.Null(result.Plan);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(
            (RenderCodes.Undecided, Severity.Error, "vm.min_free_kbytes", "specs/web.yaml:4:3"),
            (finding.Code, finding.Severity, finding.Setting, finding.Span!.ToString()));
        Assert.Equal(
            "vm.min_free_kbytes cannot be decided for debian-12: the target does not say its memory; for debian-13: the target does not say its memory",
            finding.Message);
    }

    [Fact]
    public void With_a_role_it_is_left_to_the_host()
    {
        var spec = new SpecBuilder().Set("vm.swappiness", "10").Undecided("vm.min_free_kbytes", "the target does not say its memory").Build();
        spec = RoleRendering.WithOutputs(spec, role: "web_tuning");
        var result = Rendering.WithRole(spec);
        var finding = Assert.Single(result.Findings);
        Assert.Equal((RenderCodes.LeftToRole, Severity.Info, "vm.min_free_kbytes"), (finding.Code, finding.Severity, finding.Setting));
        Assert.DoesNotContain(result.Plan!.Artifacts, a => a.Path.StartsWith("sysctl.d/", StringComparison.Ordinal));
        Assert.Contains("vm.swappiness = 10\n", RoleRendering.File(spec, "files/sysctl.d/60-web.conf"), StringComparison.Ordinal);
        Assert.Contains("\"key\": \"vm.min_free_kbytes\"", RoleRendering.File(spec, "files/plan.json"), StringComparison.Ordinal);
    }
}
