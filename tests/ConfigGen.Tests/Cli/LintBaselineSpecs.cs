using ConfigGen.Core.Compile;

namespace ConfigGen.Tests.Cli;

/// <summary>Known findings of raw files.</summary>
public sealed class LintBaselineSpecs : IDisposable
{
    private const string Gone = "net.ipv4.tcp_tw_recycle = 1\n";

    private readonly Workspace _workspace = new() { Compile = Compiler.Compile };

    public LintBaselineSpecs() => _workspace.Write(".configgen.yaml", "specs: ['*.yaml']\nbaseline: known\n");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void What_is_written_is_not_reported_again_and_what_is_new_is()
    {
        _workspace.Write("etc/sysctl.conf", Gone);

        Assert.Equal(new CliResult(0, "", "1 file, 1 finding written to known: no findings\n"), _workspace.Run("lint", "--write-baseline", "known", "etc"));
        Assert.Equal(new CliResult(0, "", "1 file, 1 known finding: no findings\n"), _workspace.Run("lint", "etc"));

        _workspace.Write("etc/sysctl.conf", "kernel.nosuch = 1\n" + Gone);
        var result = _workspace.Run("lint", "etc");
        Assert.StartsWith("etc/sysctl.conf:1:1: error CG2001", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("1 file, 1 known finding: 1 error in 1 file", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_gone_is_told_for_files_that_were_judged_only()
    {
        _workspace.Write("a/sysctl.conf", Gone);
        _workspace.Write("b/sysctl.conf", Gone);
        _workspace.Run("lint", "--write-baseline", "known", "a", "b");
        _workspace.Write("a/sysctl.conf", "kernel.panic = 10\n");
        _workspace.Write("b/sysctl.conf", "kernel.panic = 10\n");

        var result = _workspace.Run("lint", "a");

        Assert.Equal(0, result.Code);
        Assert.StartsWith("known:4:1: info CG1208 CG2002 on net.ipv4.tcp_tw_recycle is no longer found in a/sysctl.conf.", result.Out, StringComparison.Ordinal);
        Assert.Contains("configgen lint --write-baseline known a/sysctl.conf", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("b/sysctl.conf", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Specs_and_raw_files_share_a_baseline()
    {
        const string Spec = "spec: v1\nname: web\ntargets: [{platform: debian-12}]\nsysctl: {net.ipv4.tcp_tw_reuse: 1}\n";
        _workspace.Write("web.yaml", Spec);
        _workspace.Write("etc/sysctl.conf", Gone);
        _workspace.Run("lint", "--write-baseline", "known", "etc");
        _workspace.Run("validate", "--write-baseline", "known");

        Assert.Equal(new CliResult(0, "", "1 spec, 1 known finding: no findings\n"), _workspace.Run("validate"));
        Assert.Equal(new CliResult(0, "", "1 file, 1 known finding: no findings\n"), _workspace.Run("lint", "etc"));
    }

    [Fact]
    public void A_baseline_can_be_named_for_the_run()
    {
        _workspace.Write("etc/sysctl.conf", Gone);
        _workspace.Run("lint", "--write-baseline", "other", "etc");
        File.Delete(_workspace.PathOf(".configgen.yaml"));
        Assert.Equal(0, _workspace.Run("lint", "--baseline", "other", "etc").Code);
        Assert.Equal(1, _workspace.Run("lint", "etc").Code);
    }
}
