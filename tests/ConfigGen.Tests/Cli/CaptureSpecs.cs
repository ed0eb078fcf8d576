using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Cli;

public sealed class CaptureSpecs : IDisposable
{
    private const string Head = """
        # kernel: 6.1.192
        # release: 6.1.0-42-amd64
        # family: debian
        # platform: debian-12
        # memory: 16303428Ki
        # cpus: 2
        # systemd: 252
        # procps: 4.0.2

        """;

    private const string Columns =
        "key\tmode\tdefault_value\tin_netns\tmodule\taccepted_min\taccepted_max\trejected\ttype\taccept_ranges\theld_ranges\tnot_held\tnetns_kind\tnetns_mode\tnetns_value\tinherits\tvalue\n";

    private readonly FakeHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Only_what_the_catalogue_knows_and_anybody_may_know_is_told()
    {
        _host.Key("kernel.hostname", "web-1");
        _host.Key("kernel.domainname", "(none)");
        _host.Key("kernel.core_pattern", "|/usr/bin/dump web-1 %p");
        _host.Key("kernel.random.boot_id", "0d4f3f0e-0000-4000-8000-000000000000", mode: 292);
        _host.Key("net.ipv4.tcp_fastopen_key", "11111111-22222222-33333333-44444444", mode: 384);
        _host.Key("net.ipv4.tcp_rmem", "4096\t131072\t6291456");
        _host.Key("net.ipv4.route.flush", "", mode: 128);
        _host.Key("net.ipv4.conf.all.rp_filter", "2");
        _host.Key("net.ipv4.conf.eth0.rp_filter", "2");
        _host.Key("net.ipv6.conf.eth0.stable_secret", "", mode: 384);
        _host.Key("fs.file-nr", "1024\t0\t100000", mode: 292);
        _host.Key("vm.swappiness", "10");
        _host.Key("acme.license", "A-1");

        var result = _host.Run("capture");

        Assert.Equal(
            new CliResult(
                0,
                Head + Columns
                    + Row("fs.file-nr", "0444", "int-vector", "")
                    + Row("kernel.osrelease", "0644", "string", "6.1.0-42-amd64")
                    + Row("kernel.version", "0644", "string", "#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-1 (2026-10-05)")
                    + Row("net.ipv4.conf.all.rp_filter", "0644", "int", "2")
                    + Row("net.ipv4.route.flush", "0200", "", "")
                    + Row("net.ipv4.tcp_rmem", "0644", "int-vector", @"4096\t131072\t6291456")
                    + Row("vm.swappiness", "0644", "int", "10"),
                """
                left out, holds a secret: net.ipv4.tcp_fastopen_key
                left out, its value holds the name of the host: kernel.core_pattern
                left out, names the host: kernel.domainname, kernel.hostname
                left out, not in the catalogue: acme.license
                left out, of one interface, whose name stays on the host: all, default and lo stand for it: 2 keys
                left out, tells one host, or one boot, from another: kernel.random.boot_id
                7 keys captured, 8 left out

                """),
            result);
    }

    [Fact]
    public void An_unknown_key_is_taken_when_it_is_named_and_a_secret_never_is()
    {
        _host.Key("acme.limit", "5");
        _host.Key("net.ipv4.tcp_fastopen_key", "1-2-3-4", mode: 384);

        var result = _host.Run("capture", "--include", "acme/limit", "--include", "net.ipv4.tcp_fastopen_key", "--include", "acme.none");

        Assert.Equal(0, result.Code);
        Assert.Contains(Row("acme.limit", "0644", "int", "5"), result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("fastopen_key", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("left out, holds a secret: net.ipv4.tcp_fastopen_key\nnot on this host: acme.none\n3 keys captured, 1 left out\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_proc_or_a_namespace_nothing_is_printed()
    {
        Assert.Equal(new CliResult(2, "", "configgen: nothing measured: a network namespace needs root\n"), _host.Run("capture", "--probe-netns"));
        using var workspace = new Workspace();
        Assert.Equal(new CliResult(2, "", "configgen: there is no /proc/sys: facts can be captured on Linux only\n"), workspace.Run("capture"));
    }

    /// <summary>A stand-in for a namespace that keeps nothing apart: what is written there is the host's.</summary>
    [Fact]
    public void Measuring_that_reaches_the_host_is_not_passed_over()
    {
        _host.Key("net.ipv4.tcp_keepalive_time", "7200");
        _host.Workspace.Host = _host.Workspace.Host with { InNetworkNamespace = work => { work(); return null; } };

        Assert.Equal(new CliResult(2, "", "configgen: nothing measured: the host's own net.ipv4.tcp_keepalive_time changed meanwhile\n"), _host.Run("capture", "--probe-netns"));
    }

    [Fact]
    public void A_key_that_nobody_measured_to_be_a_namespaces_own_is_not_written()
    {
        _host.Key("net.netfilter.nf_hooks_lwtunnel", "0");
        _host.Key("net.core.somaxconn", "4096");
        _host.Key("vm.swappiness", "60");
        _host.Workspace.Host = _host.Workspace.Host with { InNetworkNamespace = work => { _host.Key("net.core.somaxconn", "4096", mode: 292); work(); return null; } };

        var result = _host.Run("capture", "--probe-netns");

        Assert.Equal(0, result.Code);
        Assert.Equal("0\n60\n", _host.Workspace.Read("host/proc/sys/net/netfilter/nf_hooks_lwtunnel") + _host.Workspace.Read("host/proc/sys/vm/swappiness"));
        Assert.Contains("\nnet.core.somaxconn\t0644\t\tyes\t\t\t\t\tint\t\t\t\t\t0444\tsame\t\t4096\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spec_names_the_table_as_its_target()
    {
        _host.Key("vm.min_free_kbytes", "67584");
        _host.Key("net.ipv4.tcp_fin_timeout", "60");
        _host.Key("net.ipv4.tcp_fastopen_key", "1-2-3-4", mode: 384);
        _host.Workspace.Write("captures/lb-1.tsv", _host.Run("capture").Out);
        _host.Workspace.Write("lb.yaml", """
            spec: v1
            name: lb
            targets: [{capture: captures/lb-1.tsv}]
            sysctl:
              net.ipv4.tcp_fin_timeout: -1000000000000
              net.ipv4.tcp_keepalive_time: 120
              net.ipv4.tcp_fastopen_key: 00000001-00000002-00000003-00000004
              vm.min_free_kbytes: {of_memory: 1%}

            """);

        var result = _host.Run("validate", "lb.yaml");

        Assert.Equal(1, result.Code);
        Assert.Contains("lb.yaml:6:3: error CG2002 net.ipv4.tcp_keepalive_time does not exist on lb-1.", result.Out, StringComparison.Ordinal);
        Assert.Contains("lb.yaml:5:29: error CG2004 net.ipv4.tcp_fin_timeout = -1000000000000 is refused on lb-1", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("fastopen_key does not exist", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("vm.min_free_kbytes", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_captured_host_says_nothing_about_other_kernels()
    {
        var table = "# kernel: 6.1.192\nkey\tmode\ttype\tvalue\nvm.swappiness\t0644\tint\t5\n";

        var compiled = Specs.Compile(
            ("spec.yaml", "spec: v1\nname: t\ntargets: [{capture: h.tsv}, {platform: debian-12}]\nsysctl: {net.ipv4.tcp_fin_timeout: 30}\n"),
            ("h.tsv", table));

        Assert.Equal("spec.yaml:4:10 CG2002 net.ipv4.tcp_fin_timeout does not exist on h.", string.Join('\n', Specs.Lines(compiled).Split('\n').Where(l => l.Contains("CG2002", StringComparison.Ordinal))));
    }

    private static string Row(string key, string mode, string type, string value) => $"{key}\t{mode}\t\t\t\t\t\t\t{type}\t\t\t\t\t\t\t\t{value}\n";
}
