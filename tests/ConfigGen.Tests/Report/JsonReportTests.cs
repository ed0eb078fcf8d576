using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Report;

public sealed class JsonReportTests
{
    private static readonly FindingCode Code = new("CG2999", "a-name", "Title", Severity.Warning);

    [Fact]
    public void Everything_a_finding_says_is_there()
    {
        var text = new SourceText("a.yaml", "键: 1\nb: 2\n");
        var finding = Finding.Of(Code, text.Span(3, 1), "\"值\" <1>") with
        {
            Setting = "net.core.somaxconn",
            Help = "write 2",
            Related = [new RelatedSpan(text.Span(5, 4), "here")],
            Fix = new Fix(text.Span(3, 1), "2", "write 2", IsSafe: true),
        };

        Assert.Equal(
            """
            {
              "version": 1,
              "findings": [
                {
                  "code": "CG2999",
                  "name": "a-name",
                  "severity": "warning",
                  "message": "\"值\" <1>",
                  "file": "a.yaml",
                  "line": 1,
                  "column": 4,
                  "endLine": 1,
                  "endColumn": 5,
                  "setting": "net.core.somaxconn",
                  "help": "write 2",
                  "related": [
                    {
                      "message": "here",
                      "file": "a.yaml",
                      "line": 2,
                      "column": 1,
                      "endLine": 2,
                      "endColumn": 5
                    }
                  ],
                  "fix": {
                    "title": "write 2",
                    "safe": true,
                    "file": "a.yaml",
                    "line": 1,
                    "column": 4,
                    "endLine": 1,
                    "endColumn": 5,
                    "replacement": "2"
                  }
                }
              ],
              "summary": {
                "errors": 0,
                "warnings": 1,
                "infos": 0,
                "files": 1
              }
            }

            """,
            JsonReport.Render([finding]));
    }

    [Fact]
    public void A_finding_without_a_place_has_nulls_and_its_file()
    {
        using var json = JsonDocument.Parse(JsonReport.Render([Finding.Of(Code, span: null, "m") with { Path = "out/a.conf" }]));

        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.Equal("out/a.conf", finding.GetProperty("file").GetString());
        Assert.Equal(JsonValueKind.Null, finding.GetProperty("line").ValueKind);
        Assert.Equal(JsonValueKind.Null, finding.GetProperty("endColumn").ValueKind);
    }

    [Fact]
    public void Control_characters_and_broken_surrogates_stay_valid_json()
    {
        using var json = JsonDocument.Parse(JsonReport.Render([Finding.Of(Code, span: null, "a\u001b\ud800\0b")]));

        Assert.Equal("a\u001b\ufffd\0b", json.RootElement.GetProperty("findings")[0].GetProperty("message").GetString());
    }
}
