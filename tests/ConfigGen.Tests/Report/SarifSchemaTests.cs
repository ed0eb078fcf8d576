using System.Text.Json;
using System.Text.Json.Nodes;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Report;
using ConfigGen.Core.Report.Sarif;
using ConfigGen.JsonSchema;
using ConfigGen.Tests.Lint;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Report;

/// <summary>The schema that OASIS publishes for SARIF 2.1.0, which is not part of the repository.</summary>
public sealed class SarifSchemaTests
{
    [Fact]
    public void Logs_are_valid_against_the_official_schema()
    {
        var schema = Schema();
        using var workspace = ReportExample.Workspace();

        Check(schema, workspace.Run("validate", "--format", "sarif", "specs/clean.yaml", ReportExample.Path).Out);
        Check(schema, workspace.Run("validate", "--format", "sarif", "nowhere.yaml").Out);
        Check(schema, workspace.Run("check", "--format", "sarif", "specs/clean.yaml").Out);
        workspace.Write("raw/sysctl.conf", "# configgen: ignore CG2103 one backend\nnet.ipv4.tcp_tw_reuse = 1\nvm.swappiness = 10 # less\nkernel.nosuch = 1\n");
        Check(schema, workspace.Run("lint", "--format", "sarif", "raw").Out);
        Check(schema, SarifReport.Render(Runs.Of()));
        var pages = FindingCodes.All.Select(c => PageSpecs.Example(c.Id, "Bad")).OfType<string>();
        Check(schema, SarifReport.Render(new RunFindings(pages.SelectMany(yaml => PageSpecs.Compile(yaml).Findings), [], [], path => path)));
    }

    [Theory]
    [InlineData("\"columnKind\": \"utf16CodeUnits\"", "\"columnKind\": \"bytes\"")]
    [InlineData("\"startLine\": 7", "\"startLine\": 0")]
    [InlineData("\"kind\": \"inSource\"", "\"kind\": \"other\"")]
    [InlineData("\"ruleId\"", "\"rule\"")]
    public void The_check_finds_mistakes(string right, string wrong)
    {
        using var workspace = ReportExample.Workspace();
        var log = workspace.Run("validate", "--format", "sarif", ReportExample.Path).Out;
        Assert.Contains(right, log, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(log.Replace(right, wrong, StringComparison.Ordinal));
        Assert.NotEmpty(Schema().Validate(json.RootElement));
    }

    private static void Check(JsonSchemaDocument schema, string log)
    {
        using var json = JsonDocument.Parse(log);
        Assert.Equal("", string.Join('\n', schema.Validate(json.RootElement)));
    }

    /// <summary>It is written in draft 4; of the keywords that mean something else there it uses none but the two that name it.</summary>
    private static JsonSchemaDocument Schema()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Shared.File("schemas/sarif-schema-2.1.0.json")))!.AsObject();
        schema.Remove("$schema");
        schema.Remove("id");
        var compiled = JsonSchemaDocument.Compile(JsonDocument.Parse(schema.ToJsonString()).RootElement);
        Assert.Equal("", string.Join('\n', compiled.Problems));
        return compiled.Schema!;
    }
}
