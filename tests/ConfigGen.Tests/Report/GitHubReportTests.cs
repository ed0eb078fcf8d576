using ConfigGen.Core.Findings;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Report;

public sealed class GitHubReportTests
{
    private static readonly SourceText Text = new("web.yaml", "spec: v1\nsysctl:\n  a.b: 1\n");

    [Fact]
    public void A_finding_is_one_line_with_its_place_its_title_and_the_way_out()
    {
        var finding = Runs.At(Text, "a.b", "a.b is wrong") with { Help = "write 2", Related = [new RelatedSpan(Text.Span(0, 4), "because of this")] };

        Assert.Equal(
            "::error file=web.yaml,line=3,col=3,endLine=3,endColumn=6,title=CG2999 a-name::a.b is wrong%0Anote: web.yaml:1:1: because of this%0Ahelp: write 2\n",
            GitHubReport.Render(Runs.Of(finding)));
    }

    [Theory]
    [InlineData(Severity.Error, "error")]
    [InlineData(Severity.Warning, "warning")]
    [InlineData(Severity.Info, "notice")]
    public void The_command_is_the_severity(Severity severity, string command) =>
        Assert.Equal($"::{command} title=CG2999 a-name::m\n", GitHubReport.Render(Runs.Of(Finding.Of(Runs.Code, span: null, "m") with { Severity = severity })));

    [Theory]
    [InlineData("50% :: a, b", "50%25 :: a, b")]
    [InlineData("a\r\nb::error::c", "a%0D%0Ab::error::c")]
    [InlineData("%0A", "%250A")]
    [InlineData("\u001b[31m ##[error]x", "␛[31m ##[error]x")]
    [InlineData("größer 😀", "größer 😀")]
    public void A_message_stays_one_line_and_one_command(string message, string escaped) =>
        Assert.Equal($"::error title=CG2999 a-name::{escaped}\n", GitHubReport.Render(Runs.Of(Finding.Of(Runs.Code, span: null, message))));

    [Theory]
    [InlineData("a b.yaml", "a b.yaml")]
    [InlineData("a,line=1::b.yaml", "a%2Cline=1%3A%3Ab.yaml")]
    [InlineData("100%\n.yaml", "100%25%0A.yaml")]
    public void A_path_stays_one_property(string path, string escaped) =>
        Assert.Equal($"::error file={escaped},title=CG2999 a-name::m\n", GitHubReport.Render(Runs.Of(Finding.Of(Runs.Code, span: null, "m") with { Path = path })));

    [Fact]
    public void A_place_over_several_lines_has_no_columns_for_the_runner_drops_them() =>
        Assert.Equal(
            "::error file=web.yaml,line=2,endLine=3,title=CG2999 a-name::m\n",
            GitHubReport.Render(Runs.Of(Runs.At(Text, "sysctl:\n  a.b", "m"))));

    [Fact]
    public void What_is_accepted_is_not_annotated() => Assert.Equal("", GitHubReport.Render(Runs.Accepting(Runs.At(Text, "a.b", "m"), "why")));
}
