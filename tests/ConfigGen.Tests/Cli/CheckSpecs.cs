namespace ConfigGen.Tests.Cli;

public sealed class CheckSpecs : IDisposable
{
    private const string Fragment = "out/web/sysctl.d/60-web.conf";
    private const string Manifest = "out/web/configgen.manifest";

    private readonly Workspace _workspace = new();

    public CheckSpecs()
    {
        Spec("a = 1|b = 2");
        _workspace.Run("generate", "web.yaml");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void What_was_just_generated_is_up_to_date() =>
        Assert.Equal(new CliResult(0, "", "2 files up to date: no findings\n"), _workspace.Run("check", "web.yaml"));

    [Fact]
    public void The_version_of_the_tool_does_not_matter()
    {
        _workspace.Write(Manifest, _workspace.Read(Manifest).Replace("configgen 0.1.0", "configgen 9.9.9", StringComparison.Ordinal));

        Assert.Equal(0, _workspace.Run("check", "web.yaml").Code);
    }

    [Fact]
    public void A_stale_file_is_shown_as_a_diff_and_as_a_finding()
    {
        _workspace.Write(Fragment, "a = 1\nb = 7\n");

        var result = _workspace.Run("check", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.Equal(
            """
            diff --git a/out/web/sysctl.d/60-web.conf b/out/web/sysctl.d/60-web.conf
            --- a/out/web/sysctl.d/60-web.conf
            +++ b/out/web/sysctl.d/60-web.conf
            @@ -1,2 +1,2 @@
             a = 1
            -b = 7
            +b = 2

            """,
            result.Out);
        Assert.Equal(
            """
            out/web/sysctl.d/60-web.conf: error CG6005 this file is not what the spec renders [stale-output]
                 help: run configgen generate web.yaml
            1 of 2 files not up to date: 1 error in 1 file
            For more about it: configgen explain CG6005

            """,
            result.Error);
    }

    [Fact]
    public void A_missing_file_is_stale()
    {
        File.Delete(_workspace.PathOf(Fragment));

        var result = _workspace.Run("check", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("diff --git a/out/web/sysctl.d/60-web.conf b/out/web/sysctl.d/60-web.conf\nnew file mode 100644\n--- /dev/null\n", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("out/web/sysctl.d/60-web.conf: error CG6005 this file is rendered by the spec and does not exist [stale-output]\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_manifest_is_stale()
    {
        File.Delete(_workspace.PathOf(Manifest));

        var result = _workspace.Run("check", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("out/web/configgen.manifest: error CG6005 this file is rendered by the spec and does not exist [stale-output]\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_file_that_is_no_longer_rendered_is_superfluous()
    {
        _workspace.Write("web.yaml", "name web\n");

        var result = _workspace.Run("check", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.Contains("deleted file mode 100644\n--- a/out/web/sysctl.d/60-web.conf\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a = 1\n-b = 2\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("out/web/sysctl.d/60-web.conf: error CG6005 the spec no longer renders this file [stale-output]\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "1 spec not rendered, 2 files up to date: 1 error in 1 file\nFor more about it: configgen explain CG2999\n")]
    [InlineData("diff", "1 spec not rendered, no difference: 1 error in 1 file\nFor more about it: configgen explain CG2999\n")]
    public void A_spec_with_an_error_does_not_stop_the_others_from_being_looked_at(string command, string summary)
    {
        _workspace.Write("bad.yaml", "name bad\nerror no\n");

        var result = _workspace.Run(command, "bad.yaml", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.Equal("", result.Out);
        Assert.EndsWith(summary, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_file_beside_ours_is_no_concern()
    {
        _workspace.Write("out/web/README", "mine\n");

        Assert.Equal(0, _workspace.Run("check", "web.yaml").Code);
    }

    [Fact]
    public void Never_generated_means_every_file_is_missing()
    {
        Directory.Delete(_workspace.PathOf("out"), recursive: true);

        var result = _workspace.Run("check", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.EndsWith("2 of 2 files not up to date: 2 errors in 2 files\nFor more about it: configgen explain CG6005\n", result.Error, StringComparison.Ordinal);
        Assert.False(_workspace.Has("out"));
    }

    [Fact]
    public void The_diff_brings_a_checkout_up_to_date_when_git_applies_it()
    {
        _workspace.Write("web.yaml", "name web\nfile sysctl.d/60-web.conf a = 1|b = 3\nfile systemd/dev-a\\x2db.mount.d/60-web.conf [Mount]\n");
        _workspace.Write("gone.yaml", "name gone\nfile x.conf a = 1\n");
        _workspace.Run("generate", "gone.yaml");
        _workspace.Write("gone.yaml", "name gone\n");
        _workspace.Git("init", "-q");

        var result = _workspace.Run("check", "web.yaml", "gone.yaml");
        Assert.Equal(1, result.Code);
        _workspace.Git(result.Out, ["apply", "-"]);

        Assert.Equal(0, _workspace.Run("check", "web.yaml", "gone.yaml").Code);
        Assert.Equal("a = 1\nb = 3\n", _workspace.Read(Fragment));
        Assert.False(_workspace.Has("out/gone/x.conf"));
    }

    [Fact]
    public void Json_carries_the_diff_and_the_state_of_every_file()
    {
        _workspace.Write(Fragment, "a = 1\nb = 7\n");

        var result = _workspace.Run("check", "web.yaml", "--format", "json");

        Assert.Equal(1, result.Code);
        Assert.Equal("", result.Error);
        Assert.Contains(
            """
              "files": [
                {
                  "path": "out/web/configgen.manifest",
                  "state": "unchanged",
                  "diff": null
                },
                {
                  "path": "out/web/sysctl.d/60-web.conf",
                  "state": "stale",
                  "diff": "diff --git a/out/web/sysctl.d/60-web.conf b/out/web/sysctl.d/60-web.conf\n--- a/out/web/sysctl.d/60-web.conf\n+++ b/out/web/sysctl.d/60-web.conf\n@@ -1,2 +1,2 @@\n a = 1\n-b = 7\n+b = 2\n"
                }
              ],
            """,
            result.Out,
            StringComparison.Ordinal);
    }

    private void Spec(string content) => _workspace.Write("web.yaml", $"name web\nfile sysctl.d/60-web.conf {content}\n");
}
