using ConfigGen.Core.Findings;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Report;

public sealed class TextReportTests
{
    private static readonly FindingCode Code = new("CG2999", "a-name", "Title", Severity.Error);

    [Fact]
    public void Related_places_and_help_come_below_the_line()
    {
        var spec = new SourceText("web.yaml", "spec: v1\nsysctl:\n  a.b: 1\n");
        var layer = new SourceText("base.yaml", string.Concat(Enumerable.Repeat("#\n", 99_999)) + "a.b: 2\n");
        var finding = Finding.Of(Code, spec.Span(19, 3), "a.b is set twice") with
        {
            Help = "remove one",
            Related = [new RelatedSpan(layer.Span(199_998, 3), "also set here")],
        };

        Assert.Equal(
            """
            web.yaml:3:3: error CG2999 a.b is set twice [a-name]
                  3 |   a.b: 1
                    |   ^~~
                    note: base.yaml:100000:1: also set here
             100000 | a.b: 2
                    | ^~~
                    help: remove one

            """,
            TextReport.Render([finding], Ink.Plain));
    }

    [Fact]
    public void A_finding_about_no_line_has_none()
    {
        var finding = Finding.Of(Code, span: null, "in the way") with { Path = "out/a.conf" };

        Assert.Equal("out/a.conf: error CG2999 in the way [a-name]\n", TextReport.Render([finding], Ink.Plain));
        Assert.Equal("error CG2999 in the way [a-name]\n", TextReport.Render([finding with { Path = null }], Ink.Plain));
    }

    [Fact]
    public void The_title_of_a_fix_is_the_help_where_there_is_no_other()
    {
        var text = new SourceText("a", "x: 1\n");
        var finding = Finding.Of(Code, text.Span(3, 1), "m") with { Fix = new Fix(text.Span(3, 1), "2", "write 2", IsSafe: true) };

        Assert.EndsWith("     help: write 2\n", TextReport.Render([finding], Ink.Plain), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1", 0, 1, "a: 1", "^")]
    [InlineData("a: 12", 3, 2, "a: 12", "   ^~")]
    [InlineData("a: 1", 4, 0, "a: 1", "    ^")]
    [InlineData("\ta: 1", 1, 1, "    a: 1", "    ^")]
    [InlineData("\ta: 1", 0, 1, "    a: 1", "^~~~")]
    [InlineData("说明: 值", 4, 1, "说明: 值", "      ^~")]
    [InlineData("e\u0301e\u0301: x", 6, 1, "e\u0301e\u0301: x", "    ^")]
    [InlineData("a\u001b[31m: x", 0, 6, "a\u241b[31m: x", "^~~~~~")]
    [InlineData("a\u202e: x", 4, 1, "a<U+202E>: x", "           ^")]
    [InlineData("😀: x", 4, 1, "😀: x", "    ^")]
    [InlineData("a: |\n  b\n  c", 3, 9, "a: |", "   ^")]
    [InlineData("a:\r\n  b", 0, 2, "a:", "^~")]
    public void Marks_stand_under_the_span_as_it_is_drawn(string text, int start, int length, string code, string marks)
    {
        var finding = Finding.Of(Code, new SourceText("a", text).Span(start, length), "m");

        Assert.Equal($"a:{finding.Span!.Start.Line}:{finding.Span.Start.Column}: error CG2999 m [a-name]\n   1 | {code}\n     | {marks}\n", TextReport.Render([finding], Ink.Plain));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_named()
    {
        var finding = Finding.Of(Code, new SourceText("a", "a\ud800: x").Span(4, 1), "m");

        Assert.EndsWith("   1 | a<U+D800>: x\n     |            ^\n", TextReport.Render([finding], Ink.Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_line_is_cut_around_the_span()
    {
        var text = new string('x', 1000) + "BAD" + new string('y', 1000);
        var finding = Finding.Of(Code, new SourceText("a", text).Span(1000, 3), "m");

        Assert.Equal(
            $"a:1:1001: error CG2999 m [a-name]\n   1 | …{new string('x', 40)}BAD{new string('y', 77)}…\n     | {new string(' ', 41)}^~~\n",
            TextReport.Render([finding], Ink.Plain));
    }

    [Fact]
    public void A_long_span_is_marked_as_far_as_it_is_shown()
    {
        var finding = Finding.Of(Code, new SourceText("a", new string('x', 5000)).Span(0, 5000), "m");

        Assert.Equal($"a:1:1: error CG2999 m [a-name]\n   1 | {new string('x', 120)}…\n     | ^{new string('~', 119)}\n", TextReport.Render([finding], Ink.Plain));
    }

    [Fact]
    public void An_empty_line_is_shown_empty()
    {
        var finding = Finding.Of(Code, new SourceText("a", "").Span(0, 0), "m");

        Assert.Equal("a:1:1: error CG2999 m [a-name]\n   1 |\n     | ^\n", TextReport.Render([finding], Ink.Plain));
    }

    [Fact]
    public void A_message_cannot_drive_the_terminal()
    {
        var finding = Finding.Of(Code, span: null, "bad \u001b]0;title\u0007 value\nnext") with { Path = "a\u001b[2J.yaml" };

        Assert.Equal("a\u241b[2J.yaml: error CG2999 bad \u241b]0;title\u2407 value\u240anext [a-name]\n", TextReport.Render([finding], Ink.Plain));
    }

    [Fact]
    public void Colours_are_added_and_nothing_else()
    {
        var finding = Finding.Of(Code, new SourceText("a", "x: 1").Span(3, 1), "m") with { Help = "h", Severity = Severity.Warning };

        var coloured = TextReport.Render([finding], Ink.Ansi);

        Assert.Equal(
            "\u001b[1ma:1:4:\u001b[0m \u001b[33mwarning CG2999\u001b[0m m [a-name]\n\u001b[34m   1 |\u001b[0m x: 1\n\u001b[34m     |\u001b[0m    \u001b[33m^\u001b[0m\n     \u001b[32mhelp:\u001b[0m h\n"
                .Replace("    \u001b[33m^", " \u001b[33m   ^", StringComparison.Ordinal),
            coloured);
        var plain = System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9]+m", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.Equal(TextReport.Render([finding], Ink.Plain), plain);
    }

    [Theory]
    [InlineData(0, 0, 0, "no findings")]
    [InlineData(2, 3, 0, "2 errors, 3 warnings in 1 file")]
    [InlineData(1, 1, 1, "1 error, 1 warning, 1 info in 1 file")]
    [InlineData(0, 0, 2, "2 info in 1 file")]
    public void The_summary_counts_by_severity(int errors, int warnings, int infos, string summary)
    {
        var counts = new[] { (errors, Severity.Error), (warnings, Severity.Warning), (infos, Severity.Info) };
        var findings = counts.SelectMany(c => Enumerable.Repeat(Finding.Of(Code, span: null, "m") with { Severity = c.Item2, Path = "a" }, c.Item1)).ToList();

        Assert.Equal(summary, Tally.Of(findings).ToString());
    }

    [Fact]
    public void The_pointer_names_every_code_once()
    {
        var other = new FindingCode("CG1001", "other", "Other", Severity.Error);
        Finding[] findings = [Finding.Of(Code, span: null, "m"), Finding.Of(other, span: null, "m"), Finding.Of(Code, span: null, "n")];

        Assert.Equal("For more about a code: configgen explain CG1001 (also: CG2999)\n", TextReport.Pointer(findings));
        Assert.Equal("", TextReport.Pointer([]));
    }
}
