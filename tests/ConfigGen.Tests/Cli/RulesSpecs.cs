using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;

namespace ConfigGen.Tests.Cli;

public sealed class RulesSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Every_code_is_one_line()
    {
        var result = _workspace.Run("rules");

        Assert.Equal((0, ""), (result.Code, result.Error));
        var lines = result.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(FindingCodes.All.Select(c => c.Id), lines.Select(l => l[..6]));
        Assert.Equal(FindingCodes.All.Select(c => c.Title), lines.Select(l => l.Split("  ", StringSplitOptions.RemoveEmptyEntries)[^1].Trim()));
    }

    [Theory]
    [InlineData("CG140")]
    [InlineData("cg140")]
    public void A_prefix_shows_the_codes_that_start_so_in_columns(string prefix) => Assert.Equal(
        """
        CG1401  warning  spec  unused-ignore       An ignore entry matches no finding
        CG1402  warning  spec  expired-ignore      An ignore entry has expired
        CG1403  error    spec  ignore-not-allowed  A finding that cannot be ignored
        CG1404  error    spec  unknown-rule        An ignore entry names a code that does not exist

        """,
        _workspace.Run("rules", prefix).Out);

    [Fact]
    public void Json_has_an_object_for_each() => Assert.Equal(
        """
        {
          "kind": "rules",
          "rules": [
            {
              "code": "CG2008",
              "name": "quoted-number",
              "severity": "info",
              "family": "sysctl",
              "summary": "A plain number stands in quotes",
              "canBeIgnored": true
            }
          ]
        }

        """,
        _workspace.Run("rules", "CG2008", "--format", "json").Out);

    [Fact]
    public void Markdown_is_a_table() => Assert.Equal(
        """
        | Code | Name | Severity | Family | What it is about |
        | --- | --- | --- | --- | --- |
        | CG2106 | tw-buckets-undecidable | info | sysctl | Whether tcp\_max\_tw\_buckets is lowered depends on memory |

        """,
        _workspace.Run("rules", "CG2106", "--format", "markdown").Out);

    [Fact]
    public void Families_are_the_first_digits_and_every_code_is_in_one()
    {
        var byFamily = FindingCodes.All.Select(c => c.Family).Distinct(StringComparer.Ordinal)
            .SelectMany(family => Codes(_workspace.Run("rules", family, "--format", "json").Out).Select(id => (id, family)))
            .ToList();

        Assert.Equal(FindingCodes.All.Select(c => c.Id), byFamily.Select(c => c.id).Order(StringComparer.Ordinal));
        Assert.All(byFamily, c => Assert.Equal(FindingFamilies.All.IndexOf(c.family), c.id[2] - '0'));
    }

    [Fact]
    public void A_family_that_does_not_exist_is_a_usage_error() => Assert.Equal(
        new CliResult(2, "", "configgen rules: \"CG99\" is neither a family nor the start of a code. Families are input, spec, sysctl, systemd, relations, platforms, rendering, import.\nRun 'configgen rules --help' to see what it takes.\n"),
        _workspace.Run("rules", "CG99"));

    private static IEnumerable<string> Codes(string json) =>
        JsonDocument.Parse(json).RootElement.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("code").GetString()!);
}
