namespace ConfigGen.Tests.Cli;

public sealed class UsageSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("", "configgen: name a command: validate, generate, check, diff, lint, import, capture, verify, explain, catalog, compare, rules, pack, init, schema.\nRun 'configgen --help' to see what it takes.\n")]
    [InlineData("validat x.yaml", "configgen: there is no command \"validat\". Did you mean validate?\nRun 'configgen --help' to see what it takes.\n")]
    [InlineData("--fast", "configgen: there is no option \"--fast\".\nRun 'configgen --help' to see what it takes.\n")]
    [InlineData("validate", "configgen validate: name at least one spec, or - for standard input.\nRun 'configgen validate --help' to see what it takes.\n")]
    [InlineData("validate --fromat json a.yaml", "configgen validate: there is no option \"--fromat\". Did you mean --format?\nRun 'configgen validate --help' to see what it takes.\n")]
    [InlineData("check --fromat=json a.yaml", "configgen check: there is no option \"--fromat\". Did you mean --format?\nRun 'configgen check --help' to see what it takes.\n")]
    [InlineData("validate a.yaml --format", "configgen validate: --format needs a value: text or json or sarif or github or junit or markdown.\nRun 'configgen validate --help' to see what it takes.\n")]
    [InlineData("validate a.yaml --format xml", "configgen validate: --format takes text or json or sarif or github or junit or markdown, not \"xml\".\nRun 'configgen validate --help' to see what it takes.\n")]
    [InlineData("diff a.yaml --format sarif", "configgen diff: --format takes text or json, not \"sarif\".\nRun 'configgen diff --help' to see what it takes.\n")]
    [InlineData("explain CG2001 --format markdown", "configgen explain: --format takes text or json, not \"markdown\".\nRun 'configgen explain --help' to see what it takes.\n")]
    [InlineData("rules --format sarif", "configgen rules: --format takes text or json or markdown, not \"sarif\".\nRun 'configgen rules --help' to see what it takes.\n")]
    [InlineData("rules sysct", "configgen rules: \"sysct\" is neither a family nor the start of a code. Did you mean sysctl?\nRun 'configgen rules --help' to see what it takes.\n")]
    [InlineData("validate a.yaml --fail-on fatal", "configgen validate: --fail-on takes error or warning or info, not \"fatal\".\nRun 'configgen validate --help' to see what it takes.\n")]
    [InlineData("validate a.yaml --fail-on info --fail-on error", "configgen validate: --fail-on is given twice.\nRun 'configgen validate --help' to see what it takes.\n")]
    [InlineData("validate a.yaml --max-size 2TiB", "configgen validate: --max-size takes a size from 1 to 1GiB, such as 512KiB or 4MiB, not \"2TiB\".\nRun 'configgen validate --help' to see what it takes.\n")]
    [InlineData("validate a.yaml --today tomorrow", "configgen validate: --today takes a day as YYYY-MM-DD, not \"tomorrow\".\nRun 'configgen validate --help' to see what it takes.\n")]
    [InlineData("validate a.yaml --templates nowhere", "configgen validate: --templates \"nowhere\" is not a folder.\nRun 'configgen validate --help' to see what it takes.\n")]
    [InlineData("generate a.yaml b.yaml --out x", "configgen generate: --out names the folder of one spec, and there are several.\nRun 'configgen generate --help' to see what it takes.\n")]
    [InlineData("explain", "configgen explain: name a sysctl key, a directive, a code or a topic.\nRun 'configgen explain --help' to see what it takes.\n")]
    [InlineData("explain a b", "configgen explain: \"b\" is one argument too many.\nRun 'configgen explain --help' to see what it takes.\n")]
    [InlineData("catalog", "configgen catalog: name a command: list, search, topics, audit.\nRun 'configgen catalog --help' to see what it takes.\n")]
    [InlineData("catalog lst", "configgen catalog: there is no command \"lst\". Did you mean list?\nRun 'configgen catalog --help' to see what it takes.\n")]
    [InlineData("catalog list --topc ports", "configgen catalog list: there is no option \"--topc\". Did you mean --topic?\nRun 'configgen catalog list --help' to see what it takes.\n")]
    [InlineData("init --name Web", "configgen init: --name \"Web\" must start with a lower-case letter, then lower-case letters, digits and hyphens.\nRun 'configgen init --help' to see what it takes.\n")]
    public void A_command_line_that_makes_no_sense_is_exit_code_2_and_told_on_standard_error(string args, string error)
    {
        _workspace.Write("a.yaml", "name a\n");
        _workspace.Write("b.yaml", "name b\n");

        var result = _workspace.Run(args.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(new CliResult(2, "", error), result);
    }

    [Fact]
    public void After_two_hyphens_a_spec_may_look_like_an_option()
    {
        _workspace.Write("--odd.yaml", "name odd\n");

        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), _workspace.Run("validate", "--", "--odd.yaml"));
    }

    [Fact]
    public void The_version_is_one_line_on_standard_output()
    {
        var result = _workspace.Run("--version");

        Assert.Equal(0, result.Code);
        Assert.Matches("^configgen [0-9]+\\.[0-9]+\\.[0-9]+\n$", result.Out);
        Assert.Equal("", result.Error);
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("generate")]
    [InlineData("check")]
    [InlineData("diff")]
    [InlineData("explain")]
    [InlineData("catalog")]
    [InlineData("catalog list")]
    [InlineData("catalog search")]
    [InlineData("catalog topics")]
    [InlineData("catalog audit")]
    [InlineData("compare")]
    [InlineData("rules")]
    [InlineData("init")]
    public void The_help_of_every_command_shows_examples(string command)
    {
        var result = _workspace.Run([.. command.Split(' '), "--help"]);

        Assert.Equal(0, result.Code);
        Assert.Equal("", result.Error);
        Assert.Contains($"\nExamples:\n  configgen {command} ", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("--today", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_of_the_tool_lists_the_exit_codes()
    {
        var result = _workspace.Run("--help");

        Assert.Equal(0, result.Code);
        Assert.EndsWith(
            """
            Exit codes:
              0  clean
              1  findings at or above --fail-on, stale output, or a difference
              2  a command line that makes no sense, or a file that cannot be read or written
              3  a bug in configgen

            """,
            result.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_is_exit_code_3_and_asks_for_a_report()
    {
        _workspace.Write("a.yaml", "crash\n");

        var result = _workspace.Run("validate", "a.yaml");

        Assert.Equal(3, result.Code);
        Assert.Equal("", result.Out);
        Assert.Matches("^configgen: this is a bug in configgen [0-9.]+ \\(InvalidOperationException\\), please report it: run it again with --debug for the details\n$", result.Error);
    }

    [Fact]
    public void A_bug_among_many_specs_is_named_by_its_cause()
    {
        var names = Enumerable.Range(0, 20).Select(i => $"s{i:00}.yaml").ToArray();
        Array.ForEach(names, name => _workspace.Write(name, "crash\n"));

        var result = _workspace.Run(["validate", .. names]);

        Assert.Equal(3, result.Code);
        Assert.Contains("(InvalidOperationException)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_debug_a_bug_shows_where_it_happened()
    {
        _workspace.Write("a.yaml", "crash\n");

        var result = _workspace.Run("validate", "--debug", "a.yaml");

        Assert.Equal(3, result.Code);
        Assert.Contains("boom", result.Error, StringComparison.Ordinal);
        Assert.Contains("LineCompiler.Compile", result.Error, StringComparison.Ordinal);
    }
}
