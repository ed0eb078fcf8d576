using ConfigGen.Core.Lint;

namespace ConfigGen.Tests.Lint;

/// <summary><c>pin: true</c> says that a line is wanted although it does nothing.</summary>
public sealed class PinTests
{
    [Theory]
    [InlineData("CG2003", "net.ipv4.tcp_low_latency: {value: 1, pin: true}")]
    [InlineData("CG2003", "net.ipv4.route.gc_timeout: {value: 100, pin: true}")]
    [InlineData("CG2012", "vm.max_map_count: {value: 65530, pin: true}")]
    [InlineData("CG2111", "net.ipv4.tcp_max_syn_backlog: {value: 4096, pin: true}")]
    [InlineData("CG4009", "vm.overcommit_memory: {value: 1}\n  vm.overcommit_ratio: {value: 80, pin: true}")]
    public void A_pinned_line_that_does_nothing_is_no_finding(string code, string settings)
    {
        Assert.DoesNotContain(code, Codes(settings));
        Assert.Contains(code, Codes(settings.Replace(", pin: true", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void These_are_all_rules_about_lines_that_do_nothing() =>
        Assert.Equal(["CG2003", "CG2012", "CG2111", "CG4009"], RuleSet.All.Where(r => r.Code.IsAboutNoOp).Select(r => r.Code.Id));

    [Theory]
    [InlineData("CG2103", "net.ipv4.tcp_tw_reuse: {value: 1, pin: true}")]
    [InlineData("CG2002", "net.ipv4.tcp_tw_recycle: {value: 0, pin: true}")]
    [InlineData("CG2013", "fs.file-max: {value: 100000, pin: true}")]
    public void What_does_something_is_told_pinned_or_not(string code, string settings) => Assert.Contains(code, Codes(settings));

    private static IEnumerable<string> Codes(string settings) =>
        PageSpecs.Compile($"spec: v1\nname: web\ntargets: [{{platform: debian-12}}]\nsysctl:\n  {settings}\n").Findings.Select(f => f.Code.Id);
}
