namespace ConfigGen.Tests.Cli;

/// <summary>What of the machine must not get into output, and what of the command line gets to the compiler.</summary>
public sealed class PathSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public PathSpecs() => _workspace.Write("repo/specs/web.yaml", "name web\nfile a.conf $header $today $templates\n");

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("repo", "specs/web.yaml")]
    [InlineData("repo/specs", "web.yaml")]
    [InlineData("repo/specs", "./../specs/web.yaml")]
    [InlineData("", "repo/specs/web.yaml")]
    public void The_header_names_the_spec_below_its_repository_from_wherever_it_is_run(string folder, string spec)
    {
        Directory.CreateDirectory(_workspace.PathOf("repo/.git"));

        Assert.StartsWith("specs/web.yaml ", Rendered(folder, spec), StringComparison.Ordinal);
    }

    [Fact]
    public void A_settings_file_marks_the_top_of_a_repository_too()
    {
        _workspace.Write("repo/.configgen.yaml", "");

        Assert.StartsWith("specs/web.yaml ", Rendered("", "repo/specs/web.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_worktree_has_a_file_where_others_have_a_folder()
    {
        _workspace.Write("repo/.git", "gitdir: elsewhere\n");

        Assert.StartsWith("specs/web.yaml ", Rendered("repo/specs", "web.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_of_a_repository_the_header_has_the_name_alone()
    {
        Assert.StartsWith("web.yaml ", Rendered("", "repo/specs/web.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_can_be_given_and_is_today_otherwise()
    {
        Assert.Contains(" 2026-11-22 ", Rendered("", "repo/specs/web.yaml"), StringComparison.Ordinal);
        Assert.Contains(" 2030-01-02 ", Rendered("", "repo/specs/web.yaml", "--today", "2030-01-02"), StringComparison.Ordinal);
    }

    [Fact]
    public void Templates_are_handed_over_by_pack_and_file()
    {
        _workspace.Write("packs/sysctl.d/fragment.scriban", "A");
        _workspace.Write("packs/ansible-role/tasks/main.yml.scriban", "B");

        Assert.EndsWith(" ansible-role/tasks/main.yml.scriban=B,sysctl.d/fragment.scriban=A\n", Rendered("", "repo/specs/web.yaml", "--templates", "packs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_not_text_is_exit_code_2()
    {
        _workspace.Write("packs/p/t.scriban", [0xFF]);

        Assert.Equal(
            new CliResult(2, "", "configgen validate: --templates: p/t.scriban is not UTF-8: byte 0xFF in line 1.\nRun 'configgen validate --help' to see what it takes.\n"),
            _workspace.Run("validate", "repo/specs/web.yaml", "--templates", "packs"));
    }

    private string Rendered(string folder, string spec, params string[] more)
    {
        var result = _workspace.RunIn(folder, ["generate", "--force", spec, .. more]);
        Assert.Equal(0, result.Code);
        return _workspace.Read("repo/specs/out/web/a.conf");
    }
}
