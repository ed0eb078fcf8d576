namespace ConfigGen.Tests.Cli;

public sealed class ReportFormatSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("junit")]
    [InlineData("markdown")]
    public void Standard_output_is_the_report_and_standard_error_the_summary(string format)
    {
        _workspace.Write("web.yaml", "name web\nerror bad\n");

        var result = _workspace.Run("validate", "--verdicts", "--format", format, "web.yaml");

        Assert.Equal((1, "1 spec: 1 error in 1 file\n"), (result.Code, result.Error));
        Assert.StartsWith(Start(format), result.Out, StringComparison.Ordinal);
        Assert.Contains("CG2999 told-so", result.Out.Replace("\"name\": \"told-so\"", "CG2999 told-so", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("junit")]
    [InlineData("markdown")]
    public void Neither_the_order_of_specs_nor_the_number_of_threads_changes_a_byte(string format)
    {
        var names = Enumerable.Range(0, 40).Select(i => $"s{i:00}.yaml").ToArray();
        foreach (var name in names)
        {
            _workspace.Write(name, $"name x\ninfo note {name}\nwarning low\n");
        }

        var expected = _workspace.Run(["validate", "--format", format, .. names]);

        Assert.Equal("40 specs: 40 warnings, 40 info in 40 files\n", expected.Error);
        Assert.Equal(expected, _workspace.Run(["validate", "--format", format, .. names.Reverse()]));
        Assert.Equal(expected, _workspace.Run(["validate", "--format", format, .. names]));
    }

    [Fact]
    public void Generate_writes_and_reports()
    {
        _workspace.Write("web.yaml", "name web\nfile a.conf a = 1\nwarning low\n");

        var result = _workspace.Run("generate", "--format", "github", "web.yaml");

        Assert.Equal(
            new CliResult(0, "::warning file=web.yaml,line=3,col=1,endLine=3,endColumn=8,title=CG2999 told-so::low\n", "2 files written: 1 warning in 1 file\n"),
            result);
        Assert.Equal("a = 1\n", _workspace.Read("out/web/a.conf"));
    }

    [Fact]
    public void Check_reports_stale_files_and_prints_no_diff()
    {
        _workspace.Write("web.yaml", "name web\nfile a.conf a = 1\n");
        _workspace.Run("generate", "web.yaml");
        _workspace.Write("out/web/a.conf", "a = 2\n");

        var result = _workspace.Run("check", "--format", "github", "web.yaml");

        Assert.Equal(
            new CliResult(
                1,
                "::error file=out/web/a.conf,title=CG6005 stale-output::this file is not what the spec renders%0Ahelp: run configgen generate web.yaml\n",
                "1 of 2 files not up to date: 1 error in 1 file\n"),
            result);
    }

    [Fact]
    public void Files_are_named_from_the_top_of_the_repository_wherever_the_command_runs()
    {
        _workspace.Write(".git/HEAD", "ref: refs/heads/main\n");
        _workspace.Write("sub/.configgen.yaml", "{}\n");
        _workspace.Write("sub/web.yaml", "name web\nerror bad\n");
        string[] args = ["validate", "--format", "github"];
        const string Expected = "::error file=sub/web.yaml,line=2,col=1,endLine=2,endColumn=6,title=CG2999 told-so::bad\n";

        Assert.Equal(Expected, _workspace.Run([.. args, "sub/web.yaml"]).Out);
        Assert.Equal(Expected, _workspace.RunIn("sub", [.. args, "web.yaml"]).Out);
        Assert.Equal(Expected, _workspace.Run([.. args, _workspace.PathOf("sub/web.yaml")]).Out);
    }

    [Fact]
    public void Outside_of_a_repository_files_are_named_from_the_working_folder_or_absolutely()
    {
        _workspace.Write("a/web.yaml", "name web\nerror bad\n");
        _workspace.Write("b/x", "");

        Assert.StartsWith("::error file=a/web.yaml,", _workspace.Run("validate", "--format", "github", "./a/web.yaml").Out, StringComparison.Ordinal);
        Assert.StartsWith($"::error file={_workspace.PathOf("a/web.yaml")},", _workspace.RunIn("b", "validate", "--format", "github", "../a/web.yaml").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_keeps_its_name()
    {
        _workspace.Input = "name web\nerror bad\n"u8.ToArray();

        Assert.StartsWith("::error file=<stdin>,line=2,", _workspace.Run("validate", "--format", "github", "-").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_threshold_decides_what_a_failure_of_the_test_report_is()
    {
        _workspace.Write("web.yaml", "name web\nwarning low\n");

        Assert.Contains(" failures=\"0\"", _workspace.Run("validate", "--format", "junit", "web.yaml").Out, StringComparison.Ordinal);
        Assert.Contains("<failure type=\"CG2999\" message=\"low\">", _workspace.Run("validate", "--format", "junit", "--fail-on", "warning", "web.yaml").Out, StringComparison.Ordinal);
    }

    private static string Start(string format) => format switch
    {
        "sarif" => "{\n  \"$schema\": ",
        "github" => "::error file=web.yaml,line=2,",
        "junit" => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites ",
        _ => "### ConfigGen: 1 error in 1 file\n\n| File | ",
    };
}
