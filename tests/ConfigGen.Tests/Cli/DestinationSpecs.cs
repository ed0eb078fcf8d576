using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Cli;

/// <summary>Artifacts outside of the output folder: written, found, compared and removed like those in it.</summary>
public sealed class DestinationSpecs : IDisposable
{
    private const string Web = "spec: v1\nname: web\ntargets: [{platform: debian-12}]\nsysctl:\n  net.core.somaxconn: 8192\n";

    private readonly Workspace _workspace = new() { Compile = WithoutRole.Compile };

    public DestinationSpecs()
    {
        _workspace.Write(".configgen.yaml", "specs: [specs/*.yaml]\ndestinations: {sysctl: \"files/{name}\"}\n");
        _workspace.Write("specs/web.yaml", Web);
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Files_go_to_the_destination_and_the_manifest_stays_beside_the_spec()
    {
        Assert.Equal(
            new CliResult(0, "files/web/60-web.conf\nspecs/out/web/configgen.manifest\n", "2 files written: no findings\n"),
            _workspace.Run("generate"));
        Assert.Equal([".configgen.yaml", "files/web/60-web.conf", "specs/out/web/configgen.manifest", "specs/web.yaml"], _workspace.Files());
        Assert.StartsWith(":/files/web/60-web.conf  sha256:", _workspace.Read("specs/out/web/configgen.manifest").Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(new CliResult(0, "", "1 file unchanged: no findings\n"), _workspace.RunIn("specs", "generate", "web.yaml"));
    }

    [Fact]
    public void They_are_named_as_seen_from_the_working_folder() =>
        Assert.Equal(new CliResult(0, "../files/web/60-web.conf\nout/web/configgen.manifest\n", "2 files written: no findings\n"), _workspace.RunIn("specs", "generate", "web.yaml"));

    [Fact]
    public void A_stale_file_is_found_and_its_diff_starts_at_the_top_of_the_repository()
    {
        _workspace.Run("generate");
        _workspace.Write("files/web/60-web.conf", "old\n");

        var result = _workspace.RunIn("specs", "check", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("diff --git a/files/web/60-web.conf b/files/web/60-web.conf\n", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("../files/web/60-web.conf: error CG6005 this file is not what the spec renders [stale-output]\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hand_edited_and_foreign_files_are_left_alone()
    {
        _workspace.Write("files/web/60-web.conf", "mine\n");
        Assert.StartsWith("files/web/60-web.conf: error CG6003 ", _workspace.Run("generate").Error, StringComparison.Ordinal);

        Assert.Equal(0, _workspace.Run("generate", "--force").Code);
        _workspace.Write("files/web/60-web.conf", "edited\n");
        Assert.StartsWith("files/web/60-web.conf: error CG6004 ", _workspace.Run("generate").Error, StringComparison.Ordinal);
        Assert.Equal("edited\n", _workspace.Read("files/web/60-web.conf"));
    }

    [Fact]
    public void A_new_destination_moves_the_files_and_empty_folders_go()
    {
        _workspace.Run("generate");
        _workspace.Write(".configgen.yaml", "specs: [specs/*.yaml]\n");

        Assert.Equal(
            new CliResult(0, "specs/out/web/configgen.manifest\nspecs/out/web/sysctl.d/60-web.conf\n", "removed files/web/60-web.conf\n2 files written, 1 file removed: no findings\n"),
            _workspace.Run("generate"));
        Assert.False(_workspace.Has("files"));

        _workspace.Write(".configgen.yaml", "specs: [specs/*.yaml]\ndestinations: {sysctl: new}\n");
        Assert.Equal(0, _workspace.Run("generate").Code);
        Assert.Equal([".configgen.yaml", "new/60-web.conf", "specs/out/web/configgen.manifest", "specs/web.yaml"], _workspace.Files());
    }

    [Fact]
    public void A_folder_that_is_named_for_the_run_takes_everything()
    {
        Assert.Equal(0, _workspace.Run("generate", "--out", "build", "specs/web.yaml").Code);
        Assert.Equal([".configgen.yaml", "build/configgen.manifest", "build/sysctl.d/60-web.conf", "specs/web.yaml"], _workspace.Files());
    }

    [Fact]
    public void Nothing_is_written_through_a_link()
    {
        Directory.CreateDirectory(_workspace.PathOf("elsewhere"));
        Directory.CreateSymbolicLink(_workspace.PathOf("files"), _workspace.PathOf("elsewhere"));

        var result = _workspace.Run("generate");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("files/web/60-web.conf: error CG6003 a folder on the way to this file is a symbolic link or a file [foreign-file]\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_workspace.PathOf("elsewhere")));
    }

    [Theory]
    [InlineData(":/.git/config")]
    [InlineData(":/../x")]
    [InlineData(":/")]
    [InlineData(":/a//b")]
    public void A_manifest_owns_nothing_outside_of_the_repository_or_of_git(string path)
    {
        _workspace.Run("generate");
        _workspace.Write("specs/out/web/configgen.manifest", _workspace.Read("specs/out/web/configgen.manifest").Replace(":/files/web/60-web.conf", path, StringComparison.Ordinal));

        Assert.StartsWith($"specs/out/web/configgen.manifest:2:1: error CG6006 this manifest cannot be used: \"{path}\" is not a file below the output folder", _workspace.Run("generate").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_is_compared_at_the_destinations()
    {
        _workspace.Run("generate");
        _workspace.Git("init", "-q");
        _workspace.Git("add", ".");
        _workspace.Git("commit", "-qm", "one");
        _workspace.Write("specs/web.yaml", Web.Replace("8192", "16384", StringComparison.Ordinal));

        var result = _workspace.RunIn("specs", "diff", "--against", "HEAD", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.Contains("\n-net.core.somaxconn = 8192\n+net.core.somaxconn = 16384\n", result.Out, StringComparison.Ordinal);
        Assert.Equal("1 file differs: no findings\n", result.Error);
    }

    [Fact]
    public void Two_specs_that_write_one_file_are_refused_and_both_are_named()
    {
        _workspace.Write(".configgen.yaml", "specs: [\"**/*.yaml\", \"!.*\"]\ndestinations: {sysctl: files}\n");
        _workspace.Write("other/web.yaml", Web);

        var expected = new CliResult(
            1,
            "",
            """
            files/60-web.conf: error CG6009 other/web.yaml and specs/web.yaml both write this file [output-collision]
                 help: give them different names, or write {name} into the destination in .configgen.yaml
            nothing written: 1 error in 1 file
            For more about it: configgen explain CG6009

            """);

        Assert.Equal(expected, _workspace.Run("generate"));
        Assert.Equal(expected with { Error = expected.Error.Replace("written", "compared", StringComparison.Ordinal) }, _workspace.Run("check"));
        Assert.Equal(expected with { Error = expected.Error.Replace("written", "compared", StringComparison.Ordinal) }, _workspace.Run("diff"));
        Assert.False(_workspace.Has("files"));
    }

    [Fact]
    public void A_file_that_is_a_folder_to_another_spec_is_refused()
    {
        _workspace.Compile = LineCompiler.Compile;
        _workspace.Write("specs/web.yaml", "name web\nfile :/files/x a\n");
        _workspace.Write("specs/db.yaml", "name db\nfile :/files/x/y a\n");

        Assert.StartsWith(
            "files/x: error CG6009 specs/web.yaml writes this file, and specs/db.yaml writes files/x/y below it [output-collision]\n",
            _workspace.Run("generate").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_moves_from_one_spec_to_another_stays()
    {
        _workspace.Compile = LineCompiler.Compile;
        _workspace.Write("specs/web.yaml", "name web\nfile :/files/x a\n");
        _workspace.Write("specs/db.yaml", "name db\nfile :/files/y a\n");
        _workspace.Run("generate");
        _workspace.Write("specs/web.yaml", "name web\n");
        _workspace.Write("specs/db.yaml", "name db\nfile :/files/x a\nfile :/files/y a\n");

        Assert.Equal(0, _workspace.Run("generate").Code);
        Assert.Equal("a\n", _workspace.Read("files/x"));
        Assert.Equal(0, _workspace.Run("check").Code);
    }
}
