namespace ConfigGen.Tests.Cli;

/// <summary>What .configgen.yaml does to a run of the command line; what is wrong in the file itself is tested beside its reader.</summary>
public sealed class ConfigurationSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public ConfigurationSpecs()
    {
        Configure("specs: [specs/**/*.yaml]\n");
        _workspace.Write("specs/web.yaml", "name web\nfile a.conf a = 1\n");
        _workspace.Write("specs/eu/db.yaml", "name db\nfile a.conf $header\n");
        _workspace.Write("other.yaml", "error never looked at\n");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_configuration_is_no_spec_whatever_the_globs_say()
    {
        Configure("specs: ['*.yaml', '**/*.yaml']\n");
        Assert.DoesNotContain(".configgen.yaml:", _workspace.Run("validate").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_arguments_every_listed_spec_is_judged_in_the_order_of_its_path()
    {
        _workspace.Write("specs/web.yaml", "warning one\nname web\n");
        _workspace.Write("specs/eu/db.yaml", "warning two\nname db\n");

        var result = _workspace.Run("validate");

        Assert.Equal(0, result.Code);
        Assert.Equal(
            ["specs/eu/db.yaml:1:1: warning CG2999 two [told-so]", "specs/web.yaml:1:1: warning CG2999 one [told-so]"],
            result.Out.Split('\n').Where(l => l.StartsWith("specs/", StringComparison.Ordinal)));
        Assert.StartsWith("2 specs: 2 warnings in 2 files\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void From_a_folder_below_the_top_they_are_the_same_specs()
    {
        Assert.Equal(
            new CliResult(0, "../specs/eu/out/db/a.conf\n../specs/eu/out/db/configgen.manifest\n../specs/out/web/a.conf\n../specs/out/web/configgen.manifest\n", "4 files written: no findings\n"),
            _workspace.RunIn(Folder("docs"), "generate"));
        Assert.Equal("specs/eu/db.yaml\n", _workspace.Read("specs/eu/out/db/a.conf"));
        Assert.Equal(new CliResult(0, "", "4 files up to date: no findings\n"), _workspace.Run("check"));
        Assert.Equal(new CliResult(0, "", "no difference: no findings\n"), _workspace.Run("diff"));
    }

    [Fact]
    public void Output_does_not_depend_on_how_many_specs_are_compiled_at_once()
    {
        for (var i = 10; i < 40; i++)
        {
            _workspace.Write($"specs/s{i}.yaml", $"warning of {i}\nname s{i}\nfile a.conf a = {i}\n");
        }

        var together = _workspace.Run("validate", "--format", "text");
        var alone = string.Concat(Enumerable.Range(10, 30).Select(i => _workspace.Run("validate", $"specs/s{i}.yaml").Out));

        Assert.Equal(alone, together.Out);
        Assert.StartsWith("32 specs: 30 warnings in 30 files\n", together.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exclusion_takes_files_out()
    {
        Configure("specs: [specs/**/*.yaml, \"!specs/eu/**\"]\n");

        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), _workspace.Run("validate"));
    }

    [Fact]
    public void A_glob_that_matches_nothing_is_an_error_and_nothing_is_judged()
    {
        Configure("specs:\n  - specs/*.yaml\n  - old/*.yaml\n");

        Assert.Equal(
            new CliResult(
                1,
                """
                .configgen.yaml:3:5: error CG1205 No file matches 'old/*.yaml'. [no-spec-matches]
                   3 |   - old/*.yaml
                     |     ^~~~~~~~~~
                     help: correct or remove the glob; it starts at the top of the repository, and case counts

                """,
                "nothing judged: 1 error in 1 file\nFor more about it: configgen explain CG1205\n"),
            _workspace.Run("validate"));
    }

    [Fact]
    public void A_glob_that_matches_nothing_does_not_matter_to_specs_that_are_named()
    {
        Configure("specs: [old/*.yaml]\n");

        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), _workspace.Run("validate", "specs/web.yaml"));
    }

    [Theory]
    [InlineData("", "configgen validate: name at least one spec, or list them under specs in .configgen.yaml.\nRun 'configgen validate --help' to see what it takes.\n")]
    [InlineData("fail-on: info\n", "configgen validate: name at least one spec, or list them under specs in .configgen.yaml.\nRun 'configgen validate --help' to see what it takes.\n")]
    public void A_file_that_lists_no_specs_leaves_the_arguments_to_the_user(string configuration, string error)
    {
        Configure(configuration);

        Assert.Equal(new CliResult(2, "", error), _workspace.Run("validate"));
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("generate")]
    [InlineData("check")]
    [InlineData("diff")]
    public void A_broken_file_stops_every_command(string command)
    {
        Configure("spcs: [specs/*.yaml]\n");

        var result = _workspace.Run(command, "specs/web.yaml");

        var (findings, summary) = command == "validate" ? (result.Out, result.Error) : (result.Error, result.Error);
        Assert.Equal(1, result.Code);
        Assert.StartsWith(".configgen.yaml:1:1: error CG1002 'spcs' is not known at the top of .configgen.yaml. Did you mean 'specs'? [unknown-property]\n", findings, StringComparison.Ordinal);
        Assert.EndsWith("nothing judged: 1 error in 1 file\nFor more about it: configgen explain CG1002\n", summary, StringComparison.Ordinal);
        Assert.False(_workspace.Has("specs/out"));
    }

    [Fact]
    public void Findings_of_the_file_are_json_too()
    {
        Configure("fail-on: never\n");

        var result = _workspace.Run("validate", "--format", "json", "specs/web.yaml");

        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.Contains("\"CG1004\"", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_of_the_tool_is_refused()
    {
        Configure("requires: \">=9\"\nspecs: [nothing/*.yaml]\n");

        var result = _workspace.Run("generate", "specs/web.yaml");

        Assert.Equal(1, result.Code);
        Assert.StartsWith(".configgen.yaml:1:11: error CG1201 This repository works with configgen >=9, and this is configgen ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_input_problem()
    {
        File.Delete(_workspace.PathOf(".configgen.yaml"));
        _workspace.Write(".git/HEAD", "");
        Directory.CreateDirectory(_workspace.PathOf(".configgen.yaml"));

        Assert.Equal(
            new CliResult(
                2,
                ".configgen.yaml: error CG0002 .configgen.yaml is a folder, not a file [file-not-readable]\n",
                "nothing judged: 1 error in 1 file\nFor more about it: configgen explain CG0002\n"),
            _workspace.Run("validate", "specs/web.yaml"));
    }

    [Theory]
    [InlineData("fail-on: warning\n", 1)]
    [InlineData("fail-on: info\n", 1)]
    [InlineData("fail-on: error\n", 0)]
    [InlineData("", 0)]
    public void The_file_says_from_which_severity_on_a_run_fails(string configuration, int code)
    {
        Configure(configuration);
        _workspace.Write("specs/web.yaml", "warning x\nname web\n");

        Assert.Equal(code, _workspace.Run("validate", "specs/web.yaml").Code);
        Assert.Equal(0, _workspace.Run("validate", "--fail-on", "error", "specs/web.yaml").Code);
    }

    [Fact]
    public void Own_templates_are_those_of_the_file_unless_others_are_named()
    {
        Configure("templates: packs\n");
        _workspace.Write("packs/sysctl.d/fragment.scriban", "A");
        _workspace.Write("others/sysctl.d/fragment.scriban", "B");
        _workspace.Write("specs/web.yaml", "name web\nfile a.conf $templates\n");

        _workspace.Run("generate", "specs/web.yaml");
        Assert.Equal("sysctl.d/fragment.scriban=A\n", _workspace.Read("specs/out/web/a.conf"));

        _workspace.Run("generate", "--templates", "others", "specs/web.yaml");
        Assert.Equal("sysctl.d/fragment.scriban=B\n", _workspace.Read("specs/out/web/a.conf"));
    }

    [Fact]
    public void A_folder_of_templates_that_is_not_there_is_an_error_at_its_line()
    {
        Configure("templates: packs\n");

        var result = _workspace.Run("validate", "specs/web.yaml");

        Assert.Equal(1, result.Code);
        Assert.StartsWith(".configgen.yaml:1:12: error CG0002 The templates in 'packs' cannot be used: there is no such folder. [file-not-readable]\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Templates_are_not_read_through_links_that_leave_the_repository()
    {
        Configure("templates: packs\n");
        using var outside = new Workspace();
        outside.Write("secret", "secret");
        _workspace.Write("packs/sysctl.d/pack.yaml", "x");
        File.CreateSymbolicLink(_workspace.PathOf("packs/sysctl.d/fragment.scriban"), outside.PathOf("secret"));

        Assert.StartsWith(
            ".configgen.yaml:1:12: error CG0002 The templates in 'packs' cannot be used: sysctl.d/fragment.scriban leads out of the repository. [file-not-readable]\n",
            _workspace.Run("validate", "specs/web.yaml").Out,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("specs/web.yaml", "specs/web.yaml: error CG0002 specs/web.yaml lies outside of the repository of the spec [file-not-readable]")]
    [InlineData(".configgen.yaml", ".configgen.yaml: error CG0002 .configgen.yaml lies outside of the repository of the spec [file-not-readable]")]
    public void A_file_that_a_change_may_bring_is_not_read_through_a_link_that_leaves_the_repository(string file, string finding)
    {
        using var outside = new Workspace();
        outside.Write("secret", "specs: [secret\n");
        File.Delete(_workspace.PathOf(file));
        File.CreateSymbolicLink(_workspace.PathOf(file), outside.PathOf("secret"));

        var result = _workspace.Run("validate", "--affected", "specs/web.yaml");

        Assert.Equal(2, result.Code);
        Assert.StartsWith(finding, result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Specs_of_two_repositories_have_the_settings_of_their_own()
    {
        _workspace.Write("a/.configgen.yaml", "templates: packs\n");
        _workspace.Write("a/packs/p/t", "A");
        _workspace.Write("a/web.yaml", "name web\nfile a.conf $templates\n");
        _workspace.Write("b/.configgen.yaml", "");
        _workspace.Write("b/web.yaml", "name web\nfile a.conf $templates\n");

        Assert.Equal(0, _workspace.Run("generate", "a/web.yaml", "b/web.yaml").Code);
        Assert.Equal("p/t=A\n", _workspace.Read("a/out/web/a.conf"));
        Assert.Equal("\n", _workspace.Read("b/out/web/a.conf"));
    }

    private void Configure(string text) => _workspace.Write(".configgen.yaml", text);

    private string Folder(string name) => Directory.CreateDirectory(_workspace.PathOf(name)).Name;
}
