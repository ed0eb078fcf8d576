using ConfigGen.Core.Compile;

namespace ConfigGen.Tests.Cli;

/// <summary>Profiles on the command line and in .configgen.yaml: weaker than a severity of one code, which is weaker than one for some files.</summary>
public sealed class ProfileSpecs : IDisposable
{
    /// <summary>One error (CG2007), one warning (CG3005) and one info (CG2008).</summary>
    private const string Spec = """
        spec: v1
        name: web
        targets: [{platform: debian-12}]
        sysctl:
          net.core.somaxconn: "8192"
          kernel.pid_max: 0100000
        units:
          nginx.service: {Service: {MemoryLimit: 1G}}

        """;

    private readonly Workspace _workspace = new() { Compile = Compiler.Compile };

    public ProfileSpecs() => _workspace.Write("web.yaml", Spec);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("minimal", "error CG2007")]
    [InlineData("recommended", "info CG2008, error CG2007, warning CG3005")]
    [InlineData("strict", "warning CG2008, error CG2007, error CG3005")]
    public void A_profile_moves_all_codes(string profile, string findings)
    {
        Assert.Equal(findings, Findings("validate", "--profile", profile, "web.yaml"));

        Configure($"profile: {profile}\n");
        Assert.Equal(findings, Findings("validate", "web.yaml"));
    }

    [Fact]
    public void The_command_line_is_stronger_than_the_configuration()
    {
        Configure("profile: minimal\n");

        Assert.Equal("warning CG2008, error CG2007, error CG3005", Findings("validate", "--profile", "strict", "web.yaml"));
    }

    [Fact]
    public void A_severity_of_one_code_is_stronger_and_one_for_some_files_is_stronger_still()
    {
        Configure("profile: minimal\nseverities:\n  CG3005: info\n  CG2008:\n    - {files: lab/**, severity: error}\n    - {severity: warning}\n");
        _workspace.Write("lab/web.yaml", Spec);

        Assert.Equal("warning CG2008, error CG2007, info CG3005", Findings("validate", "web.yaml"));
        Assert.Equal("error CG2008, error CG2007, info CG3005", Findings("validate", "lab/web.yaml"));
    }

    [Fact]
    public void A_warning_fails_a_strict_run()
    {
        _workspace.Write("web.yaml", Spec.Replace("0100000", "100000", StringComparison.Ordinal));

        Assert.Equal(0, _workspace.Run("validate", "web.yaml").Code);
        Assert.Equal(1, _workspace.Run("validate", "--profile", "strict", "web.yaml").Code);
        Assert.Equal(1, _workspace.Run("generate", "--profile", "strict", "web.yaml").Code);
        Assert.Equal(["web.yaml"], _workspace.Files());
    }

    [Fact]
    public void Other_words_are_refused()
    {
        Assert.Equal(
            new CliResult(2, "", "configgen validate: --profile takes minimal or recommended or strict, not \"pedantic\".\nRun 'configgen validate --help' to see what it takes.\n"),
            _workspace.Run("validate", "--profile", "pedantic", "web.yaml"));

        Configure("profile: pedantic\n");
        Assert.StartsWith(".configgen.yaml:1:10: error CG1004 ", _workspace.Run("validate", "web.yaml").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CG0012", "control-character")]
    [InlineData("CG1005", "malformed-value")]
    [InlineData("CG1007", "malformed-key")]
    [InlineData("CG1011", "path-escape")]
    [InlineData("CG6002", "self-check")]
    public void What_is_unsafe_can_neither_be_ignored_nor_lowered(string code, string name)
    {
        _workspace.Write("web.yaml", $"spec: v1\nname: web\ntargets: [{{platform: debian-12}}]\nsysctl: {{net.core.somaxconn: 8192}}\nignore: [{{rule: {code}, reason: r}}]\n");
        var ignored = _workspace.Run("validate", "web.yaml");
        Assert.Equal(1, ignored.Code);
        Assert.StartsWith(
            $"web.yaml:5:17: error CG1403 {code} ({name}) cannot be ignored: accepting it would let something unsafe or unreadable through. [ignore-not-allowed]\n",
            ignored.Out,
            StringComparison.Ordinal);

        Configure($"severities: {{{code}: info}}\n");
        Assert.StartsWith(
            $".configgen.yaml:1:22: error CG1203 {code} ({name}) cannot be lowered to info: accepting it would let something unsafe or unreadable through. [severity-too-low]\n",
            _workspace.Run("validate", "web.yaml").Out,
            StringComparison.Ordinal);
    }

    private void Configure(string text) => _workspace.Write(".configgen.yaml", text);

    private string Findings(params string[] args) =>
        string.Join(", ", _workspace.Run(args).Out.Split('\n').Where(l => l.Contains("web.yaml:", StringComparison.Ordinal)).Select(l => string.Join(' ', l.Split(' ')[1..3])));
}
