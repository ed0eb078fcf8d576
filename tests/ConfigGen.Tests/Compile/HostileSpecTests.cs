using System.Text;
using ConfigGen.Core.Findings;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Compile;

/// <summary>A file made to cost time ends in a finding, and in few of them.</summary>
public sealed class HostileSpecTests
{
    private const string Head = "spec: v1\nname: t\ntargets: [{platform: debian-12}]\n";

    [Fact]
    public void More_settings_than_any_kernel_has_are_not_judged_one_by_one() =>
        Assert.Equal(
            "spec.yaml:4005:3 CG0009 More than 4000 settings in one file: no kernel or unit has that many, so none of them is judged.",
            Specs.Findings(Head + "sysctl:\n" + Lines(4001, i => $"  net.ipv4.foo_{i}: 1")));

    [Fact]
    public void More_directives_than_systemd_has_are_not_judged_one_by_one() =>
        Assert.Equal(
            "spec.yaml:4007:7 CG0009 More than 4000 directives in one file: no kernel or unit has that many, so none of them is judged.",
            Specs.Findings(Head + "units:\n  a.service:\n    Service:\n" + Lines(4001, i => $"      Foo{i}: 1")));

    [Fact]
    public void After_a_thousand_findings_the_rest_is_counted()
    {
        var compilation = Specs.Compile(Head + "sysctl:\n" + Lines(1500, i => $"  net.ipv4.foo_{i}: 1"));

        Assert.Equal(1001, compilation.Findings.Length);
        var last = compilation.Findings[^1];
        Assert.Equal(("CG0013", Severity.Error), (last.Code.Id, last.Severity));
        Assert.Equal("500 more findings are not listed; the first of them is CG2001 here.", last.Message);
    }

    [Fact]
    public void What_is_not_listed_still_fails_the_run()
    {
        var warnings = Lines(1100, i => $"  net.ipv4.conf.eth{i}.route_localnet: {{unset: true}}");
        var compilation = Specs.Compile(Head + "sysctl:\n" + warnings + "  net.ipv4.tcp_tw_recycle: 1\n");

        Assert.True(compilation.HasErrors);
        Assert.Null(compilation.Plan);
    }

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(line(i)).Append('\n');
        }

        return text.ToString();
    }
}
