using System.Text;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;

namespace ConfigGen.Tests.Cli;

/// <summary>--fix: what is written, what is left, and what is said about it.</summary>
public sealed class FixSpecs : IDisposable
{
    private const string Head = "spec: v1\nname: web\ntargets: [{platform: debian-12}]\n";

    private const string Bad = Head + "sysctl:\n  net.core.somaxconn: \"8192\" # why\n  vm.swappiness: '5'\n  kernel.pid_max: \"08\"\n";

    private readonly Workspace _workspace = new() { Compile = Compiler.Compile };

    public FixSpecs() => _workspace.Write(".configgen.yaml", "");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Safe_fixes_are_written_and_told_and_the_exit_code_is_that_of_what_is_left()
    {
        _workspace.Write("web.yaml", Head + "sysctl:\n  net.core.somaxconn: \"8192\" # why\n  vm.swappiness: '5'\n  kernel.pid_max: 0100001\n");

        Assert.Equal(
            new CliResult(
                1,
                """
                web.yaml:7:19: error CG2007 kernel.pid_max = 0100001: YAML 1.2 reads 100001, but the kernel reads it as octal, 32769. [leading-zero]
                   7 |   kernel.pid_max: 0100001
                     |                   ^~~~~~~
                     help: write 100001 if that is meant, or 32769

                """,
                "fixed web.yaml: CG2008 (2)\n1 spec: 1 error in 1 file\nFor more about it: configgen explain CG2007\n"),
            _workspace.Run("validate", "--fix", "web.yaml"));
        Assert.Equal(Head + "sysctl:\n  net.core.somaxconn: 8192 # why\n  vm.swappiness: 5\n  kernel.pid_max: 0100001\n", _workspace.Read("web.yaml"));
    }

    [Fact]
    public void With_nothing_to_fix_nothing_is_written()
    {
        _workspace.Write("web.yaml", Head + "sysctl: {net.core.somaxconn: 8192}\n");
        File.SetLastWriteTimeUtc(_workspace.PathOf("web.yaml"), DateTime.UnixEpoch);

        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), _workspace.Run("validate", "--fix", "web.yaml"));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(_workspace.PathOf("web.yaml")));
    }

    [Fact]
    public void A_diff_is_printed_and_nothing_is_written()
    {
        _workspace.Write("web.yaml", Head + "sysctl:\n  net.core.somaxconn: \"8192\"\n");

        Assert.Equal(
            new CliResult(
                1,
                """
                diff --git a/web.yaml b/web.yaml
                --- a/web.yaml
                +++ b/web.yaml
                @@ -2,4 +2,4 @@
                 name: web
                 targets: [{platform: debian-12}]
                 sysctl:
                -  net.core.somaxconn: "8192"
                +  net.core.somaxconn: 8192

                """,
                "would fix web.yaml: CG2008\n1 spec: no findings\n"),
            _workspace.Run("validate", "--fix", "--diff", "web.yaml"));
        Assert.Equal(["web.yaml"], _workspace.Files().Where(f => f[0] != '.'));
        Assert.Equal(Head + "sysctl:\n  net.core.somaxconn: \"8192\"\n", _workspace.Read("web.yaml"));
    }

    [Theory]
    [InlineData(Bad)]
    [InlineData("\uFEFF" + Bad)]
    [InlineData("spec: v1\r\nname: web\r\ntargets: [{platform: debian-12}]\r\nsysctl:\r\n  vm.swappiness: '5'\r\n  net.core.somaxconn: \"8192\"")]
    public void Git_applies_the_diff_to_the_same_bytes(string bad)
    {
        _workspace.Git("init", "-q");
        _workspace.Write("specs/web.yaml", bad);
        var diff = _workspace.Run("validate", "--fix", "--diff", "specs/web.yaml").Out;
        _workspace.Run("validate", "--fix", "specs/web.yaml");
        var good = File.ReadAllBytes(_workspace.PathOf("specs/web.yaml"));
        Assert.NotEqual(Encoding.UTF8.GetBytes(bad), good);

        _workspace.Write("specs/web.yaml", bad);
        _workspace.Git(diff, ["apply"]);

        Assert.Equal(good, File.ReadAllBytes(_workspace.PathOf("specs/web.yaml")));
    }

    [Fact]
    public void A_layer_of_the_repository_is_fixed_once_and_what_depends_on_targets_is_left_in_it()
    {
        _workspace.Write("base.yaml", "spec: v1\nlayer: true\nsysctl:\n  net.core.somaxconn: \"8192\"\n  net.ipv4.route.gc_elasticity: 9\n");
        _workspace.Write("web.yaml", Head + "extends: [base.yaml]\n");
        _workspace.Write("db.yaml", Head.Replace("web", "db", StringComparison.Ordinal) + "extends: [base.yaml]\n");

        var result = _workspace.Run("validate", "--fix", "web.yaml", "db.yaml");

        Assert.Equal(0, result.Code);
        Assert.StartsWith("fixed base.yaml: CG2008\n2 specs: ", result.Error, StringComparison.Ordinal);
        Assert.Equal("spec: v1\nlayer: true\nsysctl:\n  net.core.somaxconn: 8192\n  net.ipv4.route.gc_elasticity: 9\n", _workspace.Read("base.yaml"));
    }

    [Fact]
    public void An_entry_without_effect_is_deleted_unless_nothing_would_be_left()
    {
        _workspace.Write("web.yaml", Head + "sysctl:\n  net.ipv4.route.gc_elasticity: 9\n  net.ipv4.route.gc_interval:\n    value: 61\n    reason: old\n");
        Assert.DoesNotContain("fixed", _workspace.Run("validate", "--fix", "web.yaml").Error, StringComparison.Ordinal);

        _workspace.Write("web.yaml", _workspace.Read("web.yaml") + "  net.core.somaxconn: 8192\n");
        Assert.Equal(new CliResult(0, "", "fixed web.yaml: CG2003 (2)\n1 spec: no findings\n"), _workspace.Run("validate", "--fix", "web.yaml"));
        Assert.Equal(Head + "sysctl:\n  net.core.somaxconn: 8192\n", _workspace.Read("web.yaml"));
    }

    [Fact]
    public void A_directive_gets_its_new_name_where_every_target_has_it_and_nothing_sets_it()
    {
        const string Unit = "units:\n  nginx.service:\n    Service:\n      MemoryLimit: 1G\n";
        _workspace.Write("web.yaml", Head + Unit);
        Assert.Equal("fixed web.yaml: CG3005\n1 spec: no findings\n", _workspace.Run("validate", "--fix", "web.yaml").Error);
        Assert.Equal(Head + Unit.Replace("MemoryLimit", "MemoryMax", StringComparison.Ordinal), _workspace.Read("web.yaml"));

        _workspace.Write("web.yaml", Head + Unit + "      MemoryMax: 2G\n");
        Assert.DoesNotContain("fixed", _workspace.Run("validate", "--fix", "web.yaml").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_accepted_or_known_is_not_fixed()
    {
        _workspace.Write("web.yaml", Head + "sysctl:\n  net.core.somaxconn: \"8192\"\nignore:\n  - {rule: CG2008, reason: house style}\n");
        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), _workspace.Run("validate", "--fix", "web.yaml"));

        _workspace.Write("web.yaml", Head + "sysctl:\n  net.core.somaxconn: \"8192\"\n");
        Assert.Equal(0, _workspace.Run("validate", "--write-baseline", "known.txt", "web.yaml").Code);
        Assert.Equal(new CliResult(0, "", "1 spec, 1 known finding: no findings\n"), _workspace.Run("validate", "--fix", "--baseline", "known.txt", "web.yaml"));
    }

    [Fact]
    public void A_link_is_not_followed_to_be_written_and_permissions_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("links and permissions are those of Unix");
            return;
        }

        _workspace.Write("real/web.yaml", Bad);
        File.CreateSymbolicLink(_workspace.PathOf("web.yaml"), _workspace.PathOf("real/web.yaml"));
        File.SetUnixFileMode(_workspace.PathOf("real/web.yaml"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);

        _workspace.Run("validate", "--fix", "web.yaml");
        Assert.Equal(Bad, _workspace.Read("real/web.yaml"));

        _workspace.Run("validate", "--fix", "real/web.yaml");
        Assert.NotEqual(Bad, _workspace.Read("real/web.yaml"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite, File.GetUnixFileMode(_workspace.PathOf("real/web.yaml")));
    }

    [Fact]
    public void Outside_of_a_repository_only_what_is_named_is_changed()
    {
        File.Delete(_workspace.PathOf(".configgen.yaml"));
        _workspace.Write("base.yaml", "spec: v1\nlayer: true\nsysctl:\n  net.core.somaxconn: \"8192\"\n");
        _workspace.Write("web.yaml", Head + "extends: [base.yaml]\nsysctl:\n  vm.swappiness: '5'\n");

        Assert.StartsWith("fixed web.yaml: CG2008\n1 spec: 1 info in 1 file\n", _workspace.Run("validate", "--fix", "web.yaml").Error, StringComparison.Ordinal);
        Assert.Contains("\"8192\"", _workspace.Read("base.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Fixes_that_undo_each_other_change_nothing()
    {
        _workspace.Write("web.yaml", "a");
        _workspace.Compile = request =>
        {
            var source = request.Loader.Load("web.yaml").Source!;
            var fix = new Fix(source.Span(0, 1), source.Text == "a" ? "b" : "a", "flip", IsSafe: true);
            return new Compilation([Finding.Of(new FindingCode("CG2999", "flip", "Flips", Severity.Warning), source.Span(0, 1), "flips") with { Fix = fix }], null, null);
        };

        Assert.Equal(
            new CliResult(3, "", "configgen: fixes undo each other, so nothing is changed. This is a bug of configgen; please report it with the file.\n"),
            _workspace.Run("validate", "--fix", "web.yaml"));
        Assert.Equal("a", _workspace.Read("web.yaml"));
    }

    [Fact]
    public void A_report_is_of_what_is_left()
    {
        _workspace.Write("web.yaml", Head + "sysctl:\n  net.core.somaxconn: \"8192\"\n");

        var result = _workspace.Run("validate", "--fix", "--format", "json", "web.yaml");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.DoesNotContain("CG2008", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--diff needs --fix.", "--diff", "web.yaml")]
    [InlineData("--diff is text, and standard output cannot hold a report beside it: leave --format out.", "--fix", "--diff", "--format", "sarif", "web.yaml")]
    [InlineData("--fix and --write-baseline exclude each other: fix first, and accept what is left.", "--fix", "--write-baseline", "known.txt", "web.yaml")]
    [InlineData("--fix changes files, and standard input is none.", "--fix", "-")]
    public void Options_that_exclude_each_other_are_refused(string problem, params string[] args) =>
        Assert.Equal(
            new CliResult(2, "", $"configgen validate: {problem}\nRun 'configgen validate --help' to see what it takes.\n"),
            _workspace.Run(["validate", .. args]));
}
