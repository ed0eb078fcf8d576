namespace ConfigGen.Tests.Cli;

/// <summary>What generate must not overwrite, follow or leave behind.</summary>
public sealed class SafeWriteSpecs : IDisposable
{
    private const string Fragment = "out/web/sysctl.d/60-web.conf";
    private const string Manifest = "out/web/configgen.manifest";

    private readonly Workspace _workspace = new();

    public SafeWriteSpecs() => Spec("a = 1");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_foreign_file_is_left_alone()
    {
        _workspace.Write(Fragment, "mine\n");

        Refuses(
            """
            out/web/sysctl.d/60-web.conf: error CG6003 this file is in the way: it was not written by configgen [foreign-file]
                 help: move it away, or run generate --force to overwrite it
            nothing written: 1 error in 1 file
            For more about it: configgen explain CG6003

            """);
        Assert.Equal("mine\n", _workspace.Read(Fragment));
        Assert.False(_workspace.Has(Manifest));
    }

    [Fact]
    public void A_foreign_file_is_overwritten_by_force()
    {
        _workspace.Write(Fragment, "mine\n");

        Assert.Equal(0, _workspace.Run("generate", "--force", "web.yaml").Code);
        Assert.Equal("a = 1\n", _workspace.Read(Fragment));
    }

    [Fact]
    public void A_foreign_file_that_already_says_the_same_is_adopted()
    {
        _workspace.Write(Fragment, "a = 1\n");

        Assert.Equal(new CliResult(0, $"{Manifest}\n", "1 file written, 1 file unchanged: no findings\n"), _workspace.Run("generate", "web.yaml"));
    }

    [Fact]
    public void A_hand_edited_file_is_left_alone()
    {
        _workspace.Run("generate", "web.yaml");
        _workspace.Write(Fragment, "a = 7\n");
        Spec("a = 2");

        Refuses(
            """
            out/web/sysctl.d/60-web.conf: error CG6004 this file was edited by hand since it was generated [hand-edited]
                 help: move the edit into the spec, or run generate --force to overwrite it
            nothing written: 1 error in 1 file
            For more about it: configgen explain CG6004

            """);
        Assert.Equal("a = 7\n", _workspace.Read(Fragment));
    }

    [Fact]
    public void An_edit_that_says_what_the_spec_now_says_is_fine()
    {
        _workspace.Run("generate", "web.yaml");
        _workspace.Write(Fragment, "a = 2\n");
        Spec("a = 2");

        Assert.Equal(0, _workspace.Run("generate", "web.yaml").Code);
        Assert.Equal(0, _workspace.Run("check", "web.yaml").Code);
    }

    [Fact]
    public void A_hand_edited_file_that_is_no_longer_rendered_is_not_removed()
    {
        _workspace.Run("generate", "web.yaml");
        _workspace.Write(Fragment, "a = 7\n");
        _workspace.Write("web.yaml", "name web\nfile other.conf b = 1\n");

        Refuses(
            """
            out/web/sysctl.d/60-web.conf: error CG6004 the spec no longer renders this file, but it was edited by hand [hand-edited]
                 help: keep the edit elsewhere, or run generate --force to remove it
            nothing written: 1 error in 1 file
            For more about it: configgen explain CG6004

            """);
        Assert.Equal(0, _workspace.Run("generate", "--force", "web.yaml").Code);
        Assert.Equal([Manifest, "out/web/other.conf"], _workspace.Files("out"));
    }

    [Fact]
    public void A_checkout_with_crlf_line_ends_is_neither_stale_nor_edited()
    {
        Spec("a = 1|b = 2");
        _workspace.Run("generate", "web.yaml");
        foreach (var file in _workspace.Files("out"))
        {
            _workspace.Write(file, _workspace.Read(file).Replace("\n", "\r\n", StringComparison.Ordinal));
        }

        Assert.Equal(new CliResult(0, "", "2 files up to date: no findings\n"), _workspace.Run("check", "web.yaml"));
        Assert.Equal(new CliResult(0, "", "1 file unchanged: no findings\n"), _workspace.Run("generate", "web.yaml"));

        Spec("a = 1|b = 3");
        Assert.Equal(0, _workspace.Run("generate", "web.yaml").Code);
        Assert.Equal("a = 1\nb = 3\n", _workspace.Read(Fragment));
    }

    [Fact]
    public void Mixed_line_ends_are_an_edit()
    {
        Spec("a = 1|b = 2");
        _workspace.Run("generate", "web.yaml");
        _workspace.Write(Fragment, "a = 1\r\nb = 2\n");

        Assert.Equal(1, _workspace.Run("generate", "web.yaml").Code);
        Assert.Equal(1, _workspace.Run("check", "web.yaml").Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_linked_folder_is_never_followed(bool force)
    {
        Directory.CreateDirectory(_workspace.PathOf("elsewhere"));
        Directory.CreateDirectory(_workspace.PathOf("out/web"));
        Directory.CreateSymbolicLink(_workspace.PathOf("out/web/sysctl.d"), "../../elsewhere");

        var result = _workspace.Run(force ? ["generate", "--force", "web.yaml"] : ["generate", "web.yaml"]);

        Assert.Equal(1, result.Code);
        Assert.StartsWith(
            "out/web/sysctl.d/60-web.conf: error CG6003 a folder on the way to this file is a symbolic link or a file [foreign-file]\n     help: move it away\n",
            result.Error,
            StringComparison.Ordinal);
        Assert.Empty(_workspace.Files("elsewhere"));
    }

    [Fact]
    public void A_linked_file_is_replaced_by_force_and_its_target_kept()
    {
        _workspace.Write("elsewhere.conf", "theirs\n");
        Directory.CreateDirectory(_workspace.PathOf("out/web/sysctl.d"));
        File.CreateSymbolicLink(_workspace.PathOf(Fragment), "../../../elsewhere.conf");

        var refused = _workspace.Run("generate", "web.yaml");
        Assert.Equal(1, refused.Code);
        Assert.StartsWith("out/web/sysctl.d/60-web.conf: error CG6003 a symbolic link stands where this file is rendered [foreign-file]\n", refused.Error, StringComparison.Ordinal);

        Assert.Equal(0, _workspace.Run("generate", "--force", "web.yaml").Code);
        Assert.Equal("theirs\n", _workspace.Read("elsewhere.conf"));
        Assert.Null(new FileInfo(_workspace.PathOf(Fragment)).LinkTarget);
    }

    [Theory]
    [InlineData("../../web.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("a/./b")]
    [InlineData("..\\\\..\\\\web.yaml")]
    [InlineData("C:/x")]
    public void A_manifest_that_points_outside_is_refused_and_removes_nothing(string path)
    {
        _workspace.Run("generate", "web.yaml");
        var line = _workspace.Read(Manifest).Split('\n')[1];
        _workspace.Write(Manifest, _workspace.Read(Manifest) + line.Replace("sysctl.d/60-web.conf", path, StringComparison.Ordinal) + "\n");

        var result = _workspace.Run("generate", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.StartsWith($"out/web/configgen.manifest:3:1: error CG6006 this manifest cannot be used: \"{path}\" is not a file below the output folder [manifest]\n", result.Error, StringComparison.Ordinal);
        Assert.True(_workspace.Has("web.yaml"));
    }

    [Fact]
    public void A_manifest_with_a_merge_conflict_is_rebuilt_by_force()
    {
        _workspace.Run("generate", "web.yaml");
        var good = _workspace.Read(Manifest);
        _workspace.Write(Manifest, good + "<<<<<<< HEAD\n=======\n>>>>>>> other\n");

        var result = _workspace.Run("generate", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.StartsWith(
            "out/web/configgen.manifest:3:1: error CG6006 this manifest cannot be used: a merge conflict is not resolved; resolve the spec, then run generate --force [manifest]\n",
            result.Error,
            StringComparison.Ordinal);
        Assert.Equal(0, _workspace.Run("generate", "--force", "web.yaml").Code);
        Assert.Equal(good, _workspace.Read(Manifest));
    }

    [Fact]
    public void A_file_where_the_output_folder_must_go_is_exit_code_2()
    {
        _workspace.Write("out", "a file\n");

        var result = _workspace.Run("generate", "web.yaml");

        Assert.Equal(2, result.Code);
        Assert.Equal("", result.Out);
        Assert.Equal("configgen: cannot write out/web: \"out\" is a file, not a folder\n", result.Error);
    }

    [Fact]
    public void When_a_write_fails_in_the_middle_no_temporary_file_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The name is too long on Linux only.");
        _workspace.Write("web.yaml", $"name web\nfile a.conf a = 1\nfile b/{new string('x', 250)} b = 1\n");

        var result = _workspace.Run("generate", "web.yaml");

        Assert.Equal(2, result.Code);
        Assert.Equal($"configgen: cannot write out/web/b/{new string('x', 250)}: the path is too long\n", result.Error);
        Assert.Equal(["web.yaml"], _workspace.Files());
    }

    [Fact]
    public void What_an_interrupted_run_left_is_ignored_by_check_and_removed_by_generate()
    {
        _workspace.Run("generate", "web.yaml");
        _workspace.Write("out/web/sysctl.d/.60-web.conf.configgen-tmp", "half");
        _workspace.Write("out/web/.gone.conf.configgen-tmp", "half");

        Assert.Equal(0, _workspace.Run("check", "web.yaml").Code);
        Assert.Equal(0, _workspace.Run("generate", "web.yaml").Code);
        Assert.Equal([Manifest, Fragment], _workspace.Files("out"));
    }

    [Fact]
    public void A_temporary_name_that_is_a_link_is_not_followed()
    {
        _workspace.Write("elsewhere.conf", "theirs\n");
        Directory.CreateDirectory(_workspace.PathOf("out/web/sysctl.d"));
        File.CreateSymbolicLink(_workspace.PathOf("out/web/sysctl.d/.60-web.conf.configgen-tmp"), "../../../elsewhere.conf");

        Assert.Equal(0, _workspace.Run("generate", "web.yaml").Code);
        Assert.Equal("theirs\n", _workspace.Read("elsewhere.conf"));
        Assert.Equal("a = 1\n", _workspace.Read(Fragment));
    }

    private void Spec(string content) => _workspace.Write("web.yaml", $"name web\nfile sysctl.d/60-web.conf {content}\n");

    private void Refuses(string error) => Assert.Equal(new CliResult(1, "", error), _workspace.Run("generate", "web.yaml"));
}
