using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Cli;

/// <summary>--affected: changed files in, the specs that they matter to judged. What pre-commit hooks run.</summary>
public sealed class AffectedSpecs : IDisposable
{
    private const string Reuse = "spec: v1\nname: NAME\nextends: [../layers/base.yaml]\ntargets: [{platform: debian-12}]\nsysctl:\n  net.ipv4.tcp_tw_reuse: 1\n";

    private readonly Workspace _workspace = new() { Compile = WithoutRole.Compile };

    public AffectedSpecs()
    {
        _workspace.Write(".configgen.yaml", "specs: [specs/*.yaml]\n");
        _workspace.Write("layers/base.yaml", "spec: v1\nlayer: true\nsysctl:\n  net.core.somaxconn: 8192\n");
        _workspace.Write("layers/unused.yaml", "spec: v1\nlayer: true\nsysctl:\n  net.core.somaxconn: 8192\n");
        _workspace.Write("specs/a.yaml", Reuse.Replace("NAME", "a", StringComparison.Ordinal));
        _workspace.Write("specs/b.yaml", Reuse.Replace("NAME", "b", StringComparison.Ordinal).Replace("../layers/base.yaml", "../layers/other.yaml", StringComparison.Ordinal));
        _workspace.Write("layers/other.yaml", "spec: v1\nlayer: true\n");
        _workspace.Write("deployment.yaml", "apiVersion: v1\nkind: Deployment\nspec:\n  replicas: 3\n");
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("specs/a.yaml", "a")]
    [InlineData("./specs/../specs/a.yaml", "a")]
    [InlineData("layers/base.yaml", "a")]
    [InlineData("layers/other.yaml", "b")]
    [InlineData(".configgen.yaml", "a b")]
    [InlineData("deployment.yaml", "")]
    [InlineData("layers/unused.yaml", "")]
    [InlineData("nowhere.yaml", "")]
    public void A_changed_file_matters_to_the_specs_that_read_it(string changed, string specs)
    {
        var result = _workspace.Run("validate", "--affected", "--fail-on", "warning", changed);

        var judged = specs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(judged, result.Out.Split('\n').Where(l => l.Contains("CG2103", StringComparison.Ordinal)).Select(l => l["specs/".Length..].Split('.')[0]));
        Assert.Equal(judged.Length == 0 ? 0 : 1, result.Code);
        Assert.StartsWith(judged.Length == 1 ? "1 spec: " : $"{judged.Length} specs: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_changed_files_all_listed_specs_are_judged() => Assert.StartsWith("2 specs: ", _workspace.Run("validate", "--affected").Error, StringComparison.Ordinal);

    [Fact]
    public void Where_no_specs_are_listed_the_changed_files_that_are_specs_are_judged()
    {
        _workspace.Write(".configgen.yaml", "");

        Assert.StartsWith("2 specs: ", _workspace.Run("validate", "--affected", "specs/a.yaml", "deployment.yaml", "layers/base.yaml", "nowhere.yaml").Error, StringComparison.Ordinal);
        Assert.Equal(new CliResult(0, "", "0 specs: no findings\n"), _workspace.Run("validate", "--affected", "deployment.yaml"));
        Assert.Equal(new CliResult(0, "", "0 specs: no findings\n"), _workspace.Run("validate", "--affected"));
    }

    [Theory]
    [InlineData("\"spec\": 'v1'\n", 1)]
    [InlineData("# c\nspec : v1\n", 1)]
    [InlineData("spec: v2\n", 1)]
    [InlineData("  spec: v1\n", 0)]
    [InlineData("spec: {replicas: 3}\n", 0)]
    [InlineData("spec:\n  v1: x\n", 0)]
    [InlineData("specs: v1\n", 0)]
    public void A_spec_is_known_by_the_line_of_its_version(string text, int judged)
    {
        _workspace.Write(".configgen.yaml", "");
        _workspace.Write("x.yaml", text);

        Assert.StartsWith(judged == 1 ? "1 spec: " : "0 specs: ", _workspace.Run("validate", "--affected", "x.yaml").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_output_file_matters_to_the_spec_that_renders_it()
    {
        _workspace.Write(".configgen.yaml", "specs: [specs/a.yaml]\ndestinations: {sysctl: files}\n");
        _workspace.Write("specs/a.yaml", "spec: v1\nname: a\ntargets: [{platform: debian-12}]\nsysctl:\n  net.core.somaxconn: 8192\n");
        Assert.Equal(0, _workspace.Run("generate").Code);
        Assert.Equal(new CliResult(0, "", "2 files up to date: no findings\n"), _workspace.Run("check", "--affected", "files/60-a.conf"));

        _workspace.Write("files/60-a.conf", _workspace.Read("files/60-a.conf") + "kernel.sysrq = 1\n");

        Assert.Equal(1, _workspace.Run("check", "--affected", "files/60-a.conf").Code);
        Assert.Equal(1, _workspace.Run("check", "--affected", "specs/out/a/configgen.manifest").Code);
        Assert.Equal(new CliResult(0, "", "0 files up to date: no findings\n"), _workspace.Run("check", "--affected", "deployment.yaml"));
    }

    [Fact]
    public void A_changed_template_matters_to_every_spec()
    {
        _workspace.Write(".configgen.yaml", "specs: [specs/*.yaml]\ntemplates: packs\n");
        _workspace.Write("packs/own/pack.yaml", "pack: own\ndescription: Own\nfiles: []\n");

        Assert.StartsWith("2 specs: ", _workspace.Run("validate", "--affected", "packs/own/pack.yaml").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_files_of_several_repositories_go_to_the_specs_of_their_own()
    {
        _workspace.Write("fleet/.configgen.yaml", "specs: [s.yaml]\n");
        _workspace.Write("fleet/s.yaml", "spec: v1\nname: s\ntargets: [{platform: debian-12}]\nsysctl:\n  net.core.somaxconn: 8192\n");

        Assert.StartsWith("1 spec: ", _workspace.Run("validate", "--affected", "fleet/s.yaml").Error, StringComparison.Ordinal);
        Assert.StartsWith("2 specs: ", _workspace.Run("validate", "--affected", "fleet/s.yaml", "specs/a.yaml").Error, StringComparison.Ordinal);
    }
}
