using System.Text;

namespace ConfigGen.Tests.Cli;

/// <summary>--fix of raw files.</summary>
public sealed class LintFixSpecs : IDisposable
{
    private const string Commented = "# mine\n\tvm.swappiness = 10   # less\nkernel.panic=10\n";

    /// <summary>Lines of sysctl files, and what a fix makes of them.</summary>
    private static readonly (string Bad, string Fixed)[] Settings =
    [
        ("vm.swappiness = 10 # less\n", "# less\nvm.swappiness = 10\n"),
        ("  net.ipv4.ip_local_port_range =\t10240  60999   ; ports # ä\n", "  ; ports # ä\n  net.ipv4.ip_local_port_range =\t10240  60999\n"),
        ("kernel.core_pattern = core # name\n", "kernel.core_pattern = core # name\n"),
        ("net.ipv4.route.gc_elasticity = 9\n", ""),
        ("net/ipv4/route/gc_elasticity=8 # old\n", "# old\n"),
        ("net.ipv4.tcp_low_latency = 1\n", ""),
        ("net.ipv4.tcp_tw_recycle = 1\n", "net.ipv4.tcp_tw_recycle = 1\n"),
        ("# a comment # with another\n\n", "# a comment # with another\n\n"),
        ("kernel.nosuch = 1\n", "kernel.nosuch = 1\n"),
        ("not a line\n", "not a line\n"),
        ("net.core.somaxconn = \"8192\"\n", "net.core.somaxconn = \"8192\"\n"),
    ];

    private static readonly (string Bad, string Fixed)[] Directives =
    [
        ("PIDFile=/var/run/app.pid\n", "PIDFile=/run/app.pid\n"),
        ("PIDFile = /var/run/app.pid  \n", "PIDFile = /run/app.pid  \n"),
        ("MemoryLimit=1G\n", "MemoryMax=1G\n"),
        ("BlockIOAccounting=yes\n", "IOAccounting=yes\n"),
        ("CPUShares=512\n", "CPUShares=512\n"),
        ("Environment=A=1 \\\n  B=2\n", "Environment=A=1 \\\n  B=2\n"),
        ("; MemoryLimit=1G\n", "; MemoryLimit=1G\n"),
    ];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Fixes_are_written_and_told_and_every_other_byte_stays()
    {
        _workspace.Write("sysctl.conf", "\uFEFF" + Commented);

        var result = _workspace.Run("lint", "--fix", "sysctl.conf");

        Assert.Equal(Encoding.UTF8.GetBytes("\uFEFF# mine\n\t# less\n\tvm.swappiness = 10\nkernel.panic=10\n"), File.ReadAllBytes(_workspace.PathOf("sysctl.conf")));
        Assert.StartsWith("fixed sysctl.conf: CG0108\n1 file: 1 warning in 1 file", result.Error, StringComparison.Ordinal);
        Assert.Contains("CG0107", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diff_is_printed_that_git_applies()
    {
        _workspace.Write("sysctl.conf", Commented);

        var diff = _workspace.Run("lint", "--fix", "--diff", "sysctl.conf");

        Assert.Equal(1, diff.Code);
        Assert.Equal(Commented, _workspace.Read("sysctl.conf"));
        _workspace.Git("init", "-q");
        _workspace.Git(diff.Out, ["apply"]);
        Assert.Equal("# mine\n\t# less\n\tvm.swappiness = 10\nkernel.panic=10\n", _workspace.Read("sysctl.conf"));
    }

    [Fact]
    public void For_hosts_that_nobody_named_no_line_is_deleted_and_no_directive_renamed()
    {
        _workspace.Write("etc/sysctl.conf", "net.ipv4.route.gc_elasticity = 9\n");
        _workspace.Write("etc/a.service.d/x.conf", "[Service]\nMemoryLimit=1G\n");
        Assert.DoesNotContain("fixed", _workspace.Run("lint", "--fix", "etc").Error, StringComparison.Ordinal);
        Assert.Contains("fixed", _workspace.Run("lint", "--fix", "--target", "debian-12", "etc").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MemoryLimit=1G\nMemoryLimit=2G\n")]
    [InlineData("MemoryLimit=1G\nMemoryMax=2G\n")]
    [InlineData("PIDFile=\\\n/var/run/x.pid\n")]
    public void Where_more_than_one_line_would_change_a_fix_is_not_safe(string lines)
    {
        _workspace.Write("a.service.d/x.conf", "[Service]\n" + lines);
        _workspace.Run("lint", "--fix", "--target", "debian-12", "a.service.d");
        Assert.Equal("[Service]\n" + lines, _workspace.Read("a.service.d/x.conf"));
    }

    [Theory]
    [InlineData("lint --diff a.conf", "--diff needs --fix.")]
    [InlineData("lint --fix --diff --format json a.conf", "--diff is text, and standard output cannot hold a report beside it: leave --format out.")]
    [InlineData("lint --fix --write-baseline b a.conf", "--fix and --write-baseline exclude each other: fix first, and accept what is left.")]
    [InlineData("lint --fix -", "--fix changes files, and standard input is none.")]
    public void Options_that_exclude_each_other_are_told(string args, string problem) =>
        Assert.Equal(new CliResult(2, "", $"configgen lint: {problem}\nRun 'configgen lint --help' to see what it takes.\n"), _workspace.Run(args.Split(' ')));

    [Fact]
    public void Fixes_settle_and_touch_nothing_else()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 60; i++)
        {
            var (sysctl, unit) = (Lines(random, "", Settings), Lines(random, "[Service]\n", Directives));
            _workspace.Write("etc/sysctl.d/x.conf", sysctl.Bad);
            _workspace.Write("etc/a.service.d/x.conf", unit.Bad);

            var result = _workspace.Run("lint", "--fix", "--target", "debian-12", "etc");

            Assert.Equal(sysctl.Fixed, _workspace.Read("etc/sysctl.d/x.conf"));
            Assert.Equal(unit.Fixed, _workspace.Read("etc/a.service.d/x.conf"));
            Assert.Equal(new CliResult(result.Code, result.Out, Tail(result.Error)), _workspace.Run("lint", "--target", "debian-12", "etc"));
            Assert.Equal("", _workspace.Run("lint", "--fix", "--diff", "--target", "debian-12", "etc").Out);
        }
    }

    private static string Tail(string error) => string.Concat(error.Split('\n').Where(l => l.Length > 0 && !l.StartsWith("fixed ", StringComparison.Ordinal)).Select(l => l + "\n"));

    private static (string Bad, string Fixed) Lines(Random random, string head, (string Bad, string Fixed)[] lines)
    {
        // Of each key one line: which of two is in force is another question.
        var picked = random.GetItems(lines, 8).DistinctBy(l => l.Bad.TrimStart(' ', ';')[..Math.Min(12, l.Bad.TrimStart(' ', ';').Length)].Replace('/', '.')).ToList();
        return (head + string.Concat(picked.Select(l => l.Bad)), head + string.Concat(picked.Select(l => l.Fixed)));
    }
}
