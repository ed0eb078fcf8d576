using System.Text;

namespace ConfigGen.Tests.Cli;

public sealed class ValidateSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_clean_spec_says_nothing_on_standard_output()
    {
        _workspace.Write("web.yaml", "name web\n");

        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), _workspace.Run("validate", "web.yaml"));
    }

    [Fact]
    public void Findings_are_the_data_and_the_summary_is_not()
    {
        _workspace.Write("web.yaml", "name web\nerror somaxconn is 0\n");

        var result = _workspace.Run("validate", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.Equal(
            """
            web.yaml:2:1: error CG2999 somaxconn is 0 [told-so]
               2 | error somaxconn is 0
                 | ^~~~~

            """,
            result.Out);
        Assert.Equal("1 spec: 1 error in 1 file\nFor more about it: configgen explain CG2999\n", result.Error);
    }

    [Fact]
    public void Two_specs_report_in_the_order_of_the_command_line()
    {
        _workspace.Write("z.yaml", "name z\nwarning first\n");
        _workspace.Write("a.yaml", "name a\nwarning second\ninfo third\n");

        var result = _workspace.Run("validate", "z.yaml", "a.yaml");

        Assert.Equal(0, result.Code);
        Assert.Equal(
            """
            z.yaml:2:1: warning CG2999 first [told-so]
               2 | warning first
                 | ^~~~~~~
            a.yaml:2:1: warning CG2999 second [told-so]
               2 | warning second
                 | ^~~~~~~
            a.yaml:3:1: info CG2999 third [told-so]
               3 | info third
                 | ^~~~

            """,
            result.Out);
        Assert.Equal("2 specs: 2 warnings, 1 info in 2 files\nFor more about it: configgen explain CG2999\n", result.Error);
    }

    [Fact]
    public void Many_specs_are_judged_in_parallel_and_still_reported_in_order()
    {
        var names = Enumerable.Range(0, 40).Select(i => $"s{i:00}.yaml").Reverse().ToArray();
        foreach (var name in names)
        {
            _workspace.Write(name, "name x\ninfo note\n");
        }

        var result = _workspace.Run(["validate", .. names]);

        var places = result.Out.Split('\n').Where(l => l.Contains(": info", StringComparison.Ordinal)).Select(l => l.Split(':')[0]);
        Assert.Equal(names, places);
    }

    [Fact]
    public void A_spec_that_is_named_twice_is_judged_once()
    {
        _workspace.Write("web.yaml", "name web\n");

        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), _workspace.Run("validate", "web.yaml", "./web.yaml"));
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("info", 1)]
    public void The_threshold_decides_whether_a_warning_fails_the_run(string threshold, int code)
    {
        _workspace.Write("web.yaml", "name web\nwarning low\n");

        Assert.Equal(code, _workspace.Run("validate", "web.yaml", "--fail-on", threshold).Code);
    }

    [Fact]
    public void A_hyphen_reads_standard_input()
    {
        _workspace.Input = Encoding.UTF8.GetBytes("name web\nerror bad\n");

        var result = _workspace.Run("validate", "-");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("<stdin>:2:1: error CG2999 bad [told-so]\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_document_and_standard_error_is_silent()
    {
        _workspace.Write("web.yaml", "name web\nerror bad\n");

        var result = _workspace.Run("validate", "--format", "json", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.Equal("", result.Error);
        Assert.Equal(
            """
            {
              "version": 1,
              "findings": [
                {
                  "code": "CG2999",
                  "name": "told-so",
                  "severity": "error",
                  "message": "bad",
                  "file": "web.yaml",
                  "line": 2,
                  "column": 1,
                  "endLine": 2,
                  "endColumn": 6,
                  "setting": null,
                  "help": null,
                  "related": [],
                  "fix": null
                }
              ],
              "summary": {
                "errors": 1,
                "warnings": 0,
                "infos": 0,
                "files": 1
              }
            }

            """,
            result.Out);
    }

    [Fact]
    public void Colours_are_for_terminals_only()
    {
        _workspace.Write("web.yaml", "name web\nerror bad\n");
        Assert.DoesNotContain('\u001b', _workspace.Run("validate", "web.yaml").Out);

        _workspace.IsTerminal = true;
        Assert.Contains("\u001b[31merror CG2999\u001b[0m bad", _workspace.Run("validate", "web.yaml").Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', _workspace.Run("validate", "web.yaml", "--color", "never").Out);

        _workspace.Variables["NO_COLOR"] = "1";
        Assert.DoesNotContain('\u001b', _workspace.Run("validate", "web.yaml").Out);
        Assert.Contains('\u001b', _workspace.Run("validate", "web.yaml", "--color", "always").Out);
    }
}
