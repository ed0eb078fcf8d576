using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;

namespace ConfigGen.Tests.Lint;

public sealed class IgnoreTests
{
    private static SpecBuilder Reuse() => new SpecBuilder().On("debian-12", "6.1.192").Set("net.ipv4.tcp_tw_reuse", "1");

    [Fact]
    public void An_ignored_finding_is_gone()
    {
        Assert.Equal(["CG2103"], Reuse().Codes());
        Assert.Empty(Reuse().Ignore("CG2103", "net.ipv4.tcp_tw_reuse").Codes());
        Assert.Empty(Reuse().Ignore("CG2103", "net.ipv4.*").Codes());
        Assert.Empty(Reuse().Ignore("CG2103").Codes());
    }

    [Fact]
    public void An_entry_for_another_setting_does_not_apply_and_is_unused()
    {
        Assert.Equal(["CG1401", "CG2103"], Reuse().Ignore("CG2103", "net.ipv6.*").Codes());
        Assert.Equal(
            ["Nothing is reported as CG2103 on net.ipv6.*, so this ignore does nothing."],
            Reuse().Ignore("CG2103", "net.ipv6.*").Messages("CG1401"));
    }

    [Fact]
    public void An_entry_that_a_layer_brings_may_stay_unused() =>
        Assert.Equal(["CG2103"], Reuse().Ignore("CG2104", inherited: true).Codes());

    [Fact]
    public void An_entry_holds_on_its_last_day_and_not_after_it()
    {
        Assert.Empty(Reuse().Ignore("CG2103", until: "2026-01-01").Codes());
        Assert.Equal(["CG1402", "CG2103"], Reuse().Ignore("CG2103", until: "2025-12-31").Codes());
        Assert.Equal(
            ["This ignore of CG2103 held until 2025-12-31 and no longer applies."],
            Reuse().Ignore("CG2103", until: "2025-12-31").Messages("CG1402"));
    }

    [Theory]
    [InlineData("CG21003", "did you mean CG2103 (tw-reuse)?")]
    [InlineData("cg2103", "did you mean CG2103 (tw-reuse)?")]
    [InlineData("tw-reuse", "did you mean CG2103 (tw-reuse)?")]
    [InlineData("SC2086", "codes are CG and four digits, such as CG2103")]
    public void A_code_that_does_not_exist_is_an_error_with_a_suggestion(string rule, string help)
    {
        var finding = Reuse().Ignore(rule).Lint().Single(f => f.Code == IgnoreCodes.UnknownRule);
        Assert.Equal($"There is no finding with the code {rule}.", finding.Message);
        Assert.Equal(help, finding.Help);
    }

    [Fact]
    public void A_code_that_must_not_be_ignored_is_an_error()
    {
        var findings = Reuse().Ignore("CG0012").Lint();
        Assert.Equal(["CG1403", "CG2103"], findings.Select(f => f.Code.Id).Order(StringComparer.Ordinal));
        Assert.Contains(findings, f => f.Message == "CG0012 (control-character) cannot be ignored: accepting it would let something unsafe or unreadable through.");
    }

    [Fact]
    public void Findings_of_earlier_stages_are_ignored_like_any_other_unless_they_must_not()
    {
        var spec = Reuse().Ignore("CG1104").Ignore("CG2103").Build();
        var unset = Finding.Of(SpecCodes.UnsetNothing, spec.Name.Span, "x");
        var control = Finding.Of(InputCodes.ControlCharacter, spec.Name.Span, "y");
        var findings = Linter.Run(spec, SysctlCatalog.BuiltIn, new DateOnly(2026, 1, 1), [unset, control]).Findings;
        Assert.Equal(["CG0012"], findings.Select(f => f.Code.Id));
    }

    [Fact]
    public void Findings_are_sorted_by_place_then_code_and_doubles_come_once()
    {
        var spec = Reuse().Build();
        var (early, late) = (spec.Source.Span(0, 1), spec.Source.Span(5, 1));
        var a = Finding.Of(InputCodes.Syntax, late, "a");
        var b = Finding.Of(InputCodes.Tab, early, "b");
        var c = Finding.Of(InputCodes.Syntax, early, "c");
        var run = new Finding(InputCodes.NotFound, Severity.Error, "whole run", null);
        Assert.Equal([run, c, b, a], Linter.Sort([a, b, c, run, a]));
    }
}
