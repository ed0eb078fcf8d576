using System.Text.Json;
using System.Text.Json.Nodes;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Report;
using ConfigGen.Core.Schema;
using ConfigGen.JsonSchema;
using ConfigGen.Tests.Lint;

namespace ConfigGen.Tests.Report;

/// <summary>schemas/report.v1.schema.json: every report is valid against it, and it knows every property that reports have.</summary>
public sealed class ReportSchemaTests
{
    private static readonly JsonSchemaDocument Schema = JsonSchemaDocument.Compile(SpecSchema.Report).Schema!;

    /// <summary>The same, and closed: what it does not describe is wrong.</summary>
    private static readonly JsonSchemaDocument Closed = JsonSchemaDocument.Compile(Close()).Schema!;

    [Fact]
    public void Reports_of_the_examples_of_all_pages_are_valid()
    {
        var pages = FindingCodes.All.Select(c => PageSpecs.Example(c.Id, "Bad")).OfType<string>().ToList();

        Assert.True(pages.Count > 50);
        Assert.All(pages, yaml => Check(JsonReport.Render(PageSpecs.Compile(yaml).Findings)));
    }

    [Fact]
    public void Reports_of_every_command_are_valid()
    {
        using var workspace = ReportExample.Workspace();
        string[] format = ["--format", "json"];
        string[] clean = ["specs/clean.yaml", .. format];

        Check(workspace.Run(["validate", ReportExample.Path, .. format]).Out);
        Check(workspace.Run(["validate", "nowhere.yaml", .. format]).Out);
        Check(workspace.Run(["generate", ReportExample.Path, .. format]).Out);
        Check(workspace.Run(["check", .. clean]).Out);
        Check(workspace.Run(["diff", .. clean]).Out);
        Check(workspace.Run(["generate", .. clean]).Out);
        Check(workspace.Run(["generate", .. clean]).Out);
        Check(workspace.Run(["check", .. clean]).Out);
        var rendered = workspace.Files("specs/out").First(f => f.EndsWith(".conf", StringComparison.Ordinal));
        workspace.Write(rendered, "edited\n");
        Check(workspace.Run(["check", .. clean]).Out);
        Check(workspace.Run(["generate", .. clean]).Out);
        workspace.Write(".configgen.yaml", "specs: [none.yaml]\nnonsense: 1\n");
        Check(workspace.Run(["validate", .. format]).Out);
    }

    [Theory]
    [InlineData("""{"version":2,"findings":[],"summary":{"errors":0,"warnings":0,"infos":0,"files":0}}""")]
    [InlineData("""{"version":1,"findings":[{}],"summary":{"errors":0,"warnings":0,"infos":0,"files":0}}""")]
    [InlineData("""{"version":1,"findings":[]}""")]
    [InlineData("""{"version":1,"findings":[],"files":[{"path":"a","state":"lost","diff":null}],"summary":{"errors":0,"warnings":0,"infos":0,"files":0}}""")]
    public void What_is_no_report_is_not_valid(string json) => Assert.NotEmpty(Schema.Validate(JsonDocument.Parse(json).RootElement));

    [Fact]
    public void A_property_that_a_later_version_adds_is_valid() => Assert.Empty(
        Schema.Validate(JsonDocument.Parse("""{"version":1,"findings":[],"summary":{"errors":0,"warnings":0,"infos":0,"files":0},"new":1}""").RootElement));

    private static void Check(string report)
    {
        using var json = JsonDocument.Parse(report);
        Assert.Equal("", string.Join('\n', Closed.Validate(json.RootElement)));
        Assert.Empty(Schema.Validate(json.RootElement));
    }

    private static JsonElement Close()
    {
        var schema = JsonNode.Parse(SpecSchema.Report.GetRawText())!;
        JsonNode?[] objects = [schema, schema["$defs"]!["finding"], schema["$defs"]!["fix"], schema["$defs"]!["file"], schema["$defs"]!["summary"], schema["$defs"]!["finding"]!["properties"]!["related"]!["items"]];
        foreach (var part in objects)
        {
            part!["unevaluatedProperties"] = false;
        }

        return JsonDocument.Parse(schema.ToJsonString()).RootElement;
    }
}
