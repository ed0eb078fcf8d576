using ConfigGen.Core.Findings;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Report;

public sealed class MarkdownReportTests
{
    private const string Head = "\n| File | Severity | Code | Place | Message | What to write |\n| --- | --- | --- | --- | --- | --- |\n";

    private static readonly SourceText Text = new("web tier.yaml", "spec: v1\nsysctl:\n  a.b: 1\n");

    [Fact]
    public void A_finding_is_a_row()
    {
        var finding = Runs.At(Text, "a.b", "a.b is wrong") with { Help = "write 2", Related = [new RelatedSpan(Text.Span(0, 4), "because of this")] };

        Assert.Equal(
            $"### ConfigGen: 1 error in 1 file\n{Head}| web tier.yaml | error | CG2999 a-name | 3:3 | a.b is wrong<br>note: web tier.yaml:1:1: because of this | write 2 |\n",
            MarkdownReport.Render(Runs.Of(finding)));
    }

    [Fact]
    public void No_finding_is_one_line() => Assert.Equal("### ConfigGen: no findings\n", MarkdownReport.Render(Runs.Of()));

    [Fact]
    public void What_is_accepted_is_counted() =>
        Assert.Equal("### ConfigGen: no findings\n\n1 finding is accepted by ignore entries.\n", MarkdownReport.Render(Runs.Accepting(Runs.At(Text, "a.b", "m"), "why")));

    [Theory]
    [InlineData("a | b", "a \\| b")]
    [InlineData("a \\| b", "a \\\\\\| b")]
    [InlineData("`code` **bold** _it_ ~~no~~", "\\`code\\` \\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~")]
    [InlineData("<script>&amp;", "&lt;script&gt;&amp;amp;")]
    [InlineData("[here](https://x.example) ![i](www.x.example)", "\\[here\\](https\\://x.example) \\!\\[i\\](www\\.x.example)")]
    [InlineData("@team #12", "@<!-- -->team #<!-- -->12")]
    [InlineData("a\r\n| b", "a␍␊\\| b")]
    [InlineData("$x$ \u202e größer 😀", "\\$x\\$ &lt;U+202E&gt; größer 😀")]
    public void Nothing_in_a_message_is_markup(string message, string cell) =>
        Assert.Equal(
            $"### ConfigGen: 1 error\n{Head}|  | error | CG2999 a-name |  | {cell} |  |\n",
            MarkdownReport.Render(Runs.Of(Finding.Of(Runs.Code, span: null, message))));

    [Fact]
    public void A_comment_stays_short_enough_to_be_posted()
    {
        var findings = Enumerable.Range(0, 1000).Select(i => Finding.Of(Runs.Code, span: null, $"{i:000}{new string('x', 197)}")).ToArray();

        var report = MarkdownReport.Render(Runs.Of(findings));

        // 127 characters before the rows, 238 a row: 251 of them fit into 60,000.
        Assert.Equal(251, report.Split('\n').Count(l => l.StartsWith("|  | error |", StringComparison.Ordinal)));
        Assert.EndsWith(" |\n\n749 more findings are not listed: the comment would be too long.\n", report, StringComparison.Ordinal);
    }
}
