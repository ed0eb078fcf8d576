using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Report;
using ConfigGen.Core.Report.Sarif;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Report;

public sealed class SarifReportTests
{
    private static readonly SourceText Text = new("web.yaml", "spec: v1\nsysctl:\n  a.b: 1\n");

    [Fact]
    public void A_run_without_findings_has_an_empty_list() => Assert.Equal(
        """
        {
          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "ConfigGen",
                  "version": "1.2.3",
                  "rules": []
                }
              },
              "invocations": [
                {
                  "executionSuccessful": true
                }
              ],
              "originalUriBaseIds": {
                "%SRCROOT%": {
                  "description": {
                    "text": "The top of the repository; outside of one the folder that configgen ran in."
                  }
                }
              },
              "columnKind": "utf16CodeUnits",
              "results": []
            }
          ]
        }

        """,
        SarifReport.Render(Runs.Of() with { ToolVersion = "1.2.3" }));

    [Fact]
    public void A_rule_has_its_page_without_links_that_lead_nowhere()
    {
        var code = Core.Lint.FindingCodes.Find("CG2002")!;
        var rule = Run(Finding.Of(code, span: null, "m")).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];

        Assert.Equal("CG2002", rule.GetProperty("id").GetString());
        Assert.Equal("gone-on-target", rule.GetProperty("name").GetString());
        Assert.Equal(code.Title + ".", rule.GetProperty("shortDescription").GetProperty("text").GetString());
        Assert.StartsWith("Keys come and go with kernel versions. ", rule.GetProperty("fullDescription").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("error", rule.GetProperty("defaultConfiguration").GetProperty("level").GetString());
        Assert.Equal("sysctl", rule.GetProperty("properties").GetProperty("tags")[0].GetString());
        var help = rule.GetProperty("help");
        Assert.Equal(CodePages.Find("CG2002")!.Markdown.Replace("[CG2009](CG2009.md)", "CG2009", StringComparison.Ordinal), help.GetProperty("markdown").GetString());
        Assert.Contains("known, CG2009 says so instead", help.GetProperty("text").GetString()!.Replace('\n', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_sorted_and_results_point_at_theirs()
    {
        var other = new FindingCode("CG1999", "other", "Other", Severity.Info);
        var run = Run(Runs.At(Text, "spec", "m"), Finding.Of(other, Text.Span(9, 6), "n"), Runs.At(Text, "a.b", "o"));

        Assert.Equal(["CG1999", "CG2999"], run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(
            ["CG2999 1 error", "CG1999 0 note", "CG2999 1 error"],
            Results(run).Select(r => $"{r.GetProperty("ruleId").GetString()} {r.GetProperty("ruleIndex").GetInt32()} {r.GetProperty("level").GetString()}"));
    }

    [Theory]
    [InlineData("specs/web tier.yaml", "specs/web%20tier.yaml", "%SRCROOT%")]
    [InlineData("größe#1?.yaml", "gr%C3%B6%C3%9Fe%231%3F.yaml", "%SRCROOT%")]
    [InlineData("a:b%.yaml", "a%3Ab%25.yaml", "%SRCROOT%")]
    [InlineData("/srv/a b.yaml", "file:///srv/a%20b.yaml", null)]
    public void Paths_are_addresses(string path, string uri, string? from)
    {
        var file = Results(Run(Finding.Of(Runs.Code, span: null, "m") with { Path = path })).Single()
            .GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

        Assert.Equal(uri, file.GetProperty("uri").GetString());
        Assert.Equal(from, file.TryGetProperty("uriBaseId", out var top) ? top.GetString() : null);
    }

    [Fact]
    public void A_finding_about_the_run_has_no_location() =>
        Assert.Equal(0, Results(Run(Finding.Of(Runs.Code, span: null, "m"))).Single().GetProperty("locations").GetArrayLength());

    [Fact]
    public void A_file_that_could_not_be_read_makes_the_run_incomplete() => Assert.False(
        Run(Finding.Of(InputCodes.NotFound, span: null, "m") with { Path = "a" }).GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());

    [Fact]
    public void A_value_of_a_spec_does_not_become_a_link() => Assert.Equal(
        "see [here\\](https://example.org)\nhelp: or [there\\](1)",
        Results(Run(Runs.At(Text, "a.b", "see [here](https://example.org)") with { Help = "or [there](1)" })).Single().GetProperty("message").GetProperty("text").GetString());

    [Fact]
    public void Fingerprints_stay_when_lines_move_and_change_with_the_value()
    {
        var moved = new SourceText("web.yaml", "# more\n\n" + Text.Text);
        var edited = new SourceText("web.yaml", Text.Text.Replace("a.b: 1", "a.b: 2", StringComparison.Ordinal));
        var before = Runs.At(Text, "1\n", "m").About("a.b");

        Assert.Equal(Fingerprints(before), Fingerprints(Runs.At(moved, "1\n", "other words").About("a.b")));
        Assert.NotEqual(Fingerprints(before), Fingerprints(Runs.At(edited, "2\n", "m").About("a.b")));
        Assert.NotEqual(Fingerprints(before), Fingerprints(before.About("a.c")));
    }

    [Fact]
    public void Findings_that_are_the_same_but_for_their_line_are_numbered()
    {
        var text = new SourceText("web.yaml", "a: 1\na: 1\n");
        var fingerprints = Fingerprints(Finding.Of(Runs.Code, text.Span(0, 4), "m"), Finding.Of(Runs.Code, text.Span(5, 4), "m"));

        Assert.Equal([fingerprints[0], fingerprints[0][..^1] + "2"], fingerprints);
        Assert.EndsWith(":1", fingerprints[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_well_formed_stays_valid_json() =>
        Assert.Equal("a\u001b\ufffdb", Results(Run(Finding.Of(Runs.Code, span: null, "a\u001b\ud800b"))).Single().GetProperty("message").GetProperty("text").GetString());

    private static string[] Fingerprints(params Finding[] findings) =>
        [.. Results(Run(findings)).Select(r => r.GetProperty("partialFingerprints").GetProperty("ruleFileSettingValue/v1").GetString()!)];

    private static JsonElement Run(params Finding[] findings) => JsonDocument.Parse(SarifReport.Render(Runs.Of(findings))).RootElement.GetProperty("runs")[0];

    private static JsonElement.ArrayEnumerator Results(JsonElement run) => run.GetProperty("results").EnumerateArray();
}
