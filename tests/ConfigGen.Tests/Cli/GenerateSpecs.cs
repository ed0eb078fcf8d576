namespace ConfigGen.Tests.Cli;

public sealed class GenerateSpecs : IDisposable
{
    private const string Fragment = "out/web/sysctl.d/60-web.conf";
    private const string Manifest = "out/web/configgen.manifest";

    private readonly Workspace _workspace = new();

    public GenerateSpecs() => _workspace.Write("web.yaml", "name web\nfile sysctl.d/60-web.conf a = 1\nfile modules-load.d/web.conf tcp_bbr\n");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Files_are_written_beside_the_spec_and_named_on_standard_output()
    {
        _workspace.Write("sub/web.yaml", "name web\nfile sysctl.d/60-web.conf a = 1\n");

        var result = _workspace.Run("generate", "sub/web.yaml");

        Assert.Equal(new CliResult(0, "sub/out/web/configgen.manifest\nsub/out/web/sysctl.d/60-web.conf\n", "2 files written: no findings\n"), result);
        Assert.Equal("a = 1\n", _workspace.Read("sub/" + Fragment));
    }

    [Fact]
    public void The_manifest_has_a_line_for_each_file()
    {
        _workspace.Run("generate", "web.yaml");

        // The digests are those of "tcp_bbr\n" and "a = 1\n" by sha256sum.
        Assert.Equal(
            """
            # configgen manifest 1: files that are written and removed by configgen, do not edit
            modules-load.d/web.conf  sha256:56313e8e52505dab7950c343129d1723514c37d09857ab62a26763a27b1e49fa  configgen 0.1.0
            sysctl.d/60-web.conf  sha256:cb78bd8a17f7b751fe0d4663366dcbc257204033ef7ddd64b1f2969573b5b2e2  configgen 0.1.0

            """,
            _workspace.Read(Manifest));
    }

    [Fact]
    public void Another_output_folder_can_be_named()
    {
        var result = _workspace.Run("generate", "web.yaml", "--out", "build/");

        Assert.Equal("build/configgen.manifest\nbuild/modules-load.d/web.conf\nbuild/sysctl.d/60-web.conf\n", result.Out);
        Assert.Equal(["build/configgen.manifest", "build/modules-load.d/web.conf", "build/sysctl.d/60-web.conf", "web.yaml"], _workspace.Files());
    }

    [Fact]
    public void A_second_run_touches_nothing()
    {
        _workspace.Run("generate", "web.yaml");
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in _workspace.Files("out"))
        {
            File.SetLastWriteTimeUtc(_workspace.PathOf(file), old);
        }

        var result = _workspace.Run("generate", "web.yaml");

        Assert.Equal(new CliResult(0, "", "2 files unchanged: no findings\n"), result);
        Assert.All(_workspace.Files("out"), file => Assert.Equal(old, File.GetLastWriteTimeUtc(_workspace.PathOf(file))));
    }

    [Fact]
    public void Only_the_changed_file_is_written_again_and_keeps_its_neighbours_version()
    {
        _workspace.Run("generate", "web.yaml");
        _workspace.Write(Manifest, _workspace.Read(Manifest).Replace("configgen 0.1.0", "configgen 0.0.9", StringComparison.Ordinal));
        _workspace.Write("web.yaml", "name web\nfile sysctl.d/60-web.conf a = 2\nfile modules-load.d/web.conf tcp_bbr\n");

        var result = _workspace.Run("generate", "web.yaml");

        Assert.Equal(new CliResult(0, $"{Manifest}\n{Fragment}\n", "2 files written, 1 file unchanged: no findings\n"), result);
        Assert.Equal(["0.0.9", "0.1.0"], _workspace.Read(Manifest).Split('\n').Where(l => l.Contains("sha256", StringComparison.Ordinal)).Select(l => l.Split(' ')[^1]));
    }

    [Fact]
    public void With_an_error_in_one_spec_nothing_is_written_for_any()
    {
        _workspace.Write("bad.yaml", "name bad\nfile x.conf a = 1\nerror no\n");

        var result = _workspace.Run("generate", "web.yaml", "bad.yaml");

        Assert.Equal(1, result.Code);
        Assert.Equal("", result.Out);
        Assert.Equal(
            """
            bad.yaml:3:1: error CG2999 no [told-so]
               3 | error no
                 | ^~~~~
            nothing written: 1 error in 1 file
            For more about it: configgen explain CG2999

            """,
            result.Error);
        Assert.False(_workspace.Has("out"));
    }

    [Fact]
    public void A_warning_stops_it_only_when_asked_to()
    {
        _workspace.Write("web.yaml", "name web\nfile a.conf a = 1\nwarning low\n");

        Assert.Equal(1, _workspace.Run("generate", "web.yaml", "--fail-on", "warning").Code);
        Assert.False(_workspace.Has("out"));
        Assert.Equal(0, _workspace.Run("generate", "web.yaml").Code);
        Assert.True(_workspace.Has("out/web/a.conf"));
    }

    [Fact]
    public void A_layer_renders_nothing()
    {
        _workspace.Write("base.yaml", "name base\nlayer\n");

        Assert.Equal(new CliResult(0, "", "nothing to render: no findings\n"), _workspace.Run("generate", "base.yaml"));
        Assert.False(_workspace.Has("out"));
    }

    [Fact]
    public void Two_specs_of_one_name_in_one_folder_are_refused()
    {
        _workspace.Write("other.yaml", "name web\nfile a.conf a = 1\n");

        var result = _workspace.Run("generate", "web.yaml", "other.yaml");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("out/web: error CG6009 web.yaml and other.yaml are both called web and would be written to this folder [output-collision]\n", result.Error, StringComparison.Ordinal);
        Assert.False(_workspace.Has("out"));
    }

    [Fact]
    public void A_file_that_is_no_longer_rendered_is_removed_with_its_empty_folder()
    {
        _workspace.Run("generate", "web.yaml");
        _workspace.Write("web.yaml", "name web\nfile sysctl.d/60-web.conf a = 1\n");

        var result = _workspace.Run("generate", "web.yaml");

        Assert.Equal(new CliResult(0, $"{Manifest}\n", "removed out/web/modules-load.d/web.conf\n1 file written, 1 file removed, 1 file unchanged: no findings\n"), result);
        Assert.False(_workspace.Has("out/web/modules-load.d"));
    }

    [Fact]
    public void A_folder_with_something_else_in_it_stays()
    {
        _workspace.Run("generate", "web.yaml");
        _workspace.Write("out/web/modules-load.d/notes.txt", "mine\n");
        _workspace.Write("web.yaml", "name web\nfile sysctl.d/60-web.conf a = 1\n");

        Assert.Equal(0, _workspace.Run("generate", "web.yaml").Code);

        Assert.Equal([Manifest, "out/web/modules-load.d/notes.txt", Fragment], _workspace.Files("out"));
    }

    [Fact]
    public void Json_names_every_file_and_what_became_of_it()
    {
        _workspace.Run("generate", "web.yaml");
        _workspace.Write("web.yaml", "name web\nfile sysctl.d/60-web.conf a = 1\n");

        var result = _workspace.Run("generate", "--format", "json", "web.yaml");

        Assert.Equal("", result.Error);
        Assert.Equal(
            """
            {
              "version": 1,
              "findings": [],
              "files": [
                {
                  "path": "out/web/configgen.manifest",
                  "state": "written",
                  "diff": null
                },
                {
                  "path": "out/web/modules-load.d/web.conf",
                  "state": "removed",
                  "diff": null
                },
                {
                  "path": "out/web/sysctl.d/60-web.conf",
                  "state": "unchanged",
                  "diff": null
                }
              ],
              "summary": {
                "errors": 0,
                "warnings": 0,
                "infos": 0,
                "files": 0
              }
            }

            """,
            result.Out);
    }
}
