namespace ConfigGen.Tests.Cli;

public sealed class DiffSpecs : IDisposable
{
    private const string OneToTwo =
        """
        diff --git a/out/web/sysctl.d/60-web.conf b/out/web/sysctl.d/60-web.conf
        --- a/out/web/sysctl.d/60-web.conf
        +++ b/out/web/sysctl.d/60-web.conf
        @@ -1 +1 @@
        -a = 1
        +a = 2

        """;

    private readonly Workspace _workspace = new();

    public DiffSpecs()
    {
        Spec("a = 1");
        _workspace.Run("generate", "web.yaml");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Nothing_differs_after_generate() =>
        Assert.Equal(new CliResult(0, "", "no difference: no findings\n"), _workspace.Run("diff", "web.yaml"));

    [Fact]
    public void Against_the_disk_it_shows_what_generate_would_change()
    {
        Spec("a = 2");

        Assert.Equal(new CliResult(1, OneToTwo, "1 file differs: no findings\n"), _workspace.Run("diff", "web.yaml"));
    }

    [Fact]
    public void Against_a_revision_the_disk_does_not_matter()
    {
        Commit();
        Spec("a = 2");
        _workspace.Run("generate", "web.yaml");

        Assert.Equal(new CliResult(1, OneToTwo, "1 file differs: no findings\n"), _workspace.Run("diff", "web.yaml", "--against", "HEAD"));
        Assert.Equal(0, _workspace.Run("diff", "web.yaml").Code);
    }

    [Fact]
    public void Against_a_revision_paths_start_at_the_top_of_the_repository()
    {
        _workspace.Write("sub/web.yaml", "name web\nfile x.conf a = 1\n");
        _workspace.Run("generate", "sub/web.yaml");
        Commit();
        _workspace.Write("sub/web.yaml", "name web\nfile y.conf a = 1\n");

        var result = _workspace.RunIn("sub", "diff", "web.yaml", "--against", "main");

        Assert.Equal(
            """
            diff --git a/sub/out/web/x.conf b/sub/out/web/x.conf
            deleted file mode 100644
            --- a/sub/out/web/x.conf
            +++ /dev/null
            @@ -1 +0,0 @@
            -a = 1
            diff --git a/sub/out/web/y.conf b/sub/out/web/y.conf
            new file mode 100644
            --- /dev/null
            +++ b/sub/out/web/y.conf
            @@ -0,0 +1 @@
            +a = 1

            """,
            result.Out);
    }

    [Fact]
    public void A_revision_without_the_files_shows_all_of_them_as_new()
    {
        _workspace.Write("empty", "");
        _workspace.Git("init", "-q");
        _workspace.Git("add", "empty");
        _workspace.Git("commit", "-q", "-m", "start");

        var result = _workspace.Run("diff", "web.yaml", "--against", "HEAD");

        Assert.Equal(1, result.Code);
        Assert.Contains("--- /dev/null\n+++ b/out/web/sysctl.d/60-web.conf\n@@ -0,0 +1 @@\n+a = 1\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Against_another_folder()
    {
        Directory.Move(_workspace.PathOf("out/web"), _workspace.PathOf("old"));
        Spec("a = 2");

        Assert.Equal(new CliResult(1, OneToTwo, "1 file differs: no findings\n"), _workspace.Run("diff", "web.yaml", "--against", "old"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--output=x")]
    public void What_is_neither_a_folder_nor_a_revision_is_exit_code_2(string against)
    {
        Commit();

        var result = _workspace.Run("diff", "web.yaml", $"--against={against}");

        Assert.Equal(
            new CliResult(2, "", $"configgen diff: \"{against}\" is neither a folder nor a revision that git knows.\nRun 'configgen diff --help' to see what it takes.\n"),
            result);
    }

    [Fact]
    public void Outside_of_a_repository_there_are_no_revisions()
    {
        Assert.SkipWhen(IsBelowRepository(), "The folder for temporary files is in a git repository.");

        var result = _workspace.Run("diff", "web.yaml", "--against", "HEAD");

        Assert.Equal(2, result.Code);
        Assert.StartsWith("configgen diff: \"HEAD\" is not a folder, and ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Distant_changes_come_in_hunks_of_their_own_with_three_lines_of_context()
    {
        Spec(string.Join('|', Enumerable.Range(1, 30).Select(i => $"k{i} = 0")));
        _workspace.Run("generate", "web.yaml");
        Spec(string.Join('|', Enumerable.Range(1, 30).Select(i => i is 5 or 20 ? $"k{i} = 1" : $"k{i} = 0")));

        Assert.Equal(
            """
            diff --git a/out/web/sysctl.d/60-web.conf b/out/web/sysctl.d/60-web.conf
            --- a/out/web/sysctl.d/60-web.conf
            +++ b/out/web/sysctl.d/60-web.conf
            @@ -2,7 +2,7 @@
             k2 = 0
             k3 = 0
             k4 = 0
            -k5 = 0
            +k5 = 1
             k6 = 0
             k7 = 0
             k8 = 0
            @@ -17,7 +17,7 @@
             k17 = 0
             k18 = 0
             k19 = 0
            -k20 = 0
            +k20 = 1
             k21 = 0
             k22 = 0
             k23 = 0

            """,
            _workspace.Run("diff", "web.yaml").Out);
    }

    [Fact]
    public void A_missing_final_newline_on_disk_is_a_difference()
    {
        _workspace.Write("out/web/sysctl.d/60-web.conf", "a = 1");

        Assert.EndsWith("@@ -1 +1 @@\n-a = 1\n\\ No newline at end of file\n+a = 1\n", _workspace.Run("diff", "web.yaml").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_terminal_the_diff_is_coloured()
    {
        Spec("a = 2");
        _workspace.IsTerminal = true;

        Assert.EndsWith("\u001b[36m@@ -1 +1 @@\u001b[0m\n\u001b[31m-a = 1\u001b[0m\n\u001b[32m+a = 2\u001b[0m\n", _workspace.Run("diff", "web.yaml").Out, StringComparison.Ordinal);
    }

    private static bool IsBelowRepository()
    {
        for (var folder = Path.GetTempPath(); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return true;
            }
        }

        return false;
    }

    private void Commit()
    {
        _workspace.Git("init", "-q");
        _workspace.Git("add", ".");
        _workspace.Git("commit", "-q", "-m", "generated");
    }

    private void Spec(string content) => _workspace.Write("web.yaml", $"name web\nfile sysctl.d/60-web.conf {content}\n");
}
