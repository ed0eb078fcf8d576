using ConfigGen.Core.Import;

namespace ConfigGen.Tests.Import;

public sealed class SysctlImportTests
{
    [Fact]
    public void A_comment_above_one_line_is_its_reason_and_above_several_a_heading()
    {
        var result = ImportCases.Import("a/sysctl.conf", """
            # TCP settings

            # bursts after a deploy
            net.core.somaxconn = 16384

            # Two things
            vm.swappiness = 10
            kernel.sysrq = 0

            # Strict source routes
            net.ipv4.conf.all.rp_filter = 1
            net.ipv4.conf.default.rp_filter = 1
            # net.ipv4.ip_forward = 1
            net.ipv4.tcp_fin_timeout = 30
            """);

        Assert.Equal("bursts after a deploy", result.Reason("net.core.somaxconn"));
        Assert.Null(result.Reason("vm.swappiness"));
        Assert.Equal("Strict source routes", result.Reason("net.ipv4.conf.all.rp_filter"));
        Assert.Equal("Strict source routes", result.Reason("net.ipv4.conf.default.rp_filter"));
        Assert.Null(result.Reason("net.ipv4.tcp_fin_timeout"));
        Assert.Contains("  # TCP settings\n  net.core.somaxconn: {value: 16384", result.Spec, StringComparison.Ordinal);
        Assert.Contains("  # Two things\n  vm.swappiness: 10\n", result.Spec, StringComparison.Ordinal);
        Assert.Equal(["1:CG7015"], result.Codes());
    }

    [Fact]
    public void A_banner_is_no_reason()
    {
        var result = ImportCases.Import("a/sysctl.conf", "#####\n# Network\n#####\nnet.core.somaxconn = 16384\n");

        Assert.Null(result.Reason("net.core.somaxconn"));
        Assert.Contains("  # Network\n  net.core.somaxconn: 16384\n", result.Spec, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_target_takes_stands_there_as_a_comment_and_the_spec_is_clean()
    {
        var result = ImportCases.Import("a/sysctl.conf", "net.ipv4.tcp_tw_recycle = 1\nnet.ipv4.ip_local_port_range =\nnet.core.somaxconn = 16384\nkernel.pid_max = 12\nno.such.key = 1\n");

        Assert.Equal(["net.core.somaxconn = 16384"], result.Settings());
        Assert.Empty(result.Errors());
        Assert.Equal((1, 4, 0), (result.Kept, result.Commented, result.Left));
        foreach (var verdict in new[] { "net.ipv4.tcp_tw_recycle = 1 gone: CG2002", "net.ipv4.ip_local_port_range = useless: CG2006", "kernel.pid_max = 12 useless: CG2004", "no.such.key = 1 gone: CG2001", "net.core.somaxconn = 16384 keep a/sysctl.conf:3" })
        {
            Assert.Contains(verdict, string.Join(' ', result.Verdicts.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }

        Assert.Contains("  # gone: net.ipv4.tcp_tw_recycle = 1\n", result.Spec, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_some_targets_take_gets_a_condition()
    {
        var result = ImportCases.Import("debian-12 rhel-9", ("a/sysctl.conf", "kernel.unprivileged_userns_clone = 0\n"));

        Assert.Contains("kernel.unprivileged_userns_clone: {value: 0, when: {platform: [debian-12]}}\n", result.Spec, StringComparison.Ordinal);
        Assert.Empty(result.Errors());
    }

    [Theory]
    [InlineData("vm.swappiness = 010", "vm.swappiness = 8", "1:CG7014")]
    [InlineData("vm.swappiness = 0x10", "vm.swappiness = 0x10", "")]
    [InlineData("vm.swappiness = 10 # less swap", "vm.swappiness = 10", "1:CG7014")]
    [InlineData("kernel.core_pattern = |/bin/false %p # x", "kernel.core_pattern = |/bin/false %p # x", "")]
    [InlineData("kernel.core_pattern = \"core.%p\"", "kernel.core_pattern = \"core.%p\"", "")]
    [InlineData("net.ipv4.tcp_rmem = 4096\t 87380   6291456", "net.ipv4.tcp_rmem = 4096 87380 6291456", "")]
    [InlineData("kernel.domainname =", "kernel.domainname =", "")]
    [InlineData("-net.core.somaxconn = 512", "net.core.somaxconn = 512", "1:CG7014")]
    [InlineData("net/ipv4/conf/eth0.100/rp_filter = 1", "net.ipv4.conf.eth0/100.rp_filter = 1", "")]
    public void Values_and_keys_mean_what_the_loader_makes_of_them(string line, string setting, string codes)
    {
        var result = ImportCases.Import("a/sysctl.conf", line + "\n");

        Assert.Equal([setting], result.Settings().Select(s => s.TrimEnd()));
        Assert.Equal(codes, string.Join(' ', result.Codes()));
    }

    [Theory]
    [InlineData("kernel.core_pattern = |/bin/x  %p", "CG7008")]
    [InlineData("net.ipv4.conf.*.rp_filter = 1", "CG7008")]
    [InlineData("-net.ipv4.conf.lo.rp_filter", "CG7008")]
    [InlineData("kernel.core_pattern=|@rootlibexecdir@/systemd-coredump %P", "CG7003")]
    [InlineData("vm.swappiness = {{ swappiness }}", "CG7003")]
    [InlineData("vm.swappiness = ${SWAP}", "CG7003")]
    [InlineData("vm.swappiness", "CG7002")]
    [InlineData("vm swappiness = 1", "CG7002")]
    [InlineData("= 1", "CG7002")]
    public void What_stays_behind_is_listed_with_its_line(string line, string code)
    {
        var result = ImportCases.Import("a/sysctl.conf", $"net.core.somaxconn = 512\n{line}\n");

        Assert.Equal([$"2:{code}"], result.Codes());
        Assert.Equal(["net.core.somaxconn = 512"], result.Settings());
        Assert.Contains("# a/sysctl.conf:2: ", result.Spec, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vm.min_free_kbytes = 64M")]
    [InlineData("net.ipv4.tcp_keepalive_time = 2m")]
    public void A_suffix_that_the_kernel_refuses_is_not_made_a_number_of(string line)
    {
        var result = ImportCases.Import("a/sysctl.conf", line + "\nnet.core.somaxconn = 512\n");

        Assert.Equal(["net.core.somaxconn = 512"], result.Settings());
        Assert.Contains(result.Findings, f => f.Span!.Start.Line == 1);
    }

    [Theory]
    [InlineData("net.inet.ip.forwarding=1\nkern.maxfiles=8192\n", "CG7001")]
    [InlineData("{% if router %}\nnet.ipv4.ip_forward = 1\n{% endif %}\n", "CG7001")]
    [InlineData("lorem ipsum\n", "CG7001")]
    [InlineData("", "CG7001")]
    [InlineData("\u0001\u0002 = \u0003\n", "CG7001")]
    public void A_file_that_gives_nothing_is_an_error(string text, string code)
    {
        var result = ImportCases.Import("a/some.conf", text);

        Assert.Contains(code, result.Findings.Select(f => f.Code.Id));
        Assert.Equal(0, result.Kept);
    }

    [Fact]
    public void Of_a_tree_that_is_imported_which_systemd_ends_with_and_the_losers_are_named()
    {
        var result = ImportCases.Import(
            "debian-12",
            ("/r/etc/sysctl.conf", "vm.swappiness = 1\n"),
            ("/r/etc/sysctl.d/60-a.conf", "vm.swappiness = 10\nvm.vfs_cache_pressure = 50\n"),
            ("/r/usr/lib/sysctl.d/60-a.conf", "kernel.panic = 5\n"),
            ("/r/usr/lib/sysctl.d/70-b.conf", "vm.swappiness = 60\n"));

        Assert.Equal(["vm.swappiness = 60", "vm.vfs_cache_pressure = 50"], result.Settings());
        Assert.Equal(
            ["/r/etc/sysctl.conf:1 CG7006", "/r/etc/sysctl.d/60-a.conf:1 CG7004", "/r/usr/lib/sysctl.d/60-a.conf:1 CG7006", "/r/usr/lib/sysctl.d/70-b.conf:1 CG7007"],
            result.Findings.Where(f => f.Code.Family == "import").Select(f => $"{f.Span!.Source.Path}:{f.Span.Start.Line} {f.Code}"));
    }

    [Theory]
    [InlineData(Core.Raw.SysctlLoader.Systemd)]
    [InlineData(Core.Raw.SysctlLoader.Procps)]
    public void Sysctl_conf_that_a_link_leads_to_is_one_file(Core.Raw.SysctlLoader loader)
    {
        var files = new[] { "/r/etc/sysctl.conf", "/r/etc/sysctl.d/99-sysctl.conf" }.Select(p => new ImportFile(new Core.Text.SourceText(p, "vm.swappiness = 10\n"), p));

        var result = Importer.Import(files, ImportCases.Request("debian-12") with { Loader = loader });

        Assert.Equal(["vm.swappiness = 10"], result.Settings());
        Assert.Empty(result.Codes());
    }

    [Fact]
    public void Files_that_only_stand_together_are_read_in_the_order_given()
    {
        var result = ImportCases.Import("debian-12", ("b.conf", "vm.swappiness = 1\n"), ("a.conf", "vm.swappiness = 2\n"));

        Assert.Equal(["vm.swappiness = 2"], result.Settings());
        Assert.Equal(["1:CG7004"], result.Codes());
    }

    [Fact]
    public void A_dump_leaves_out_what_nobody_decided_on()
    {
        var result = ImportCases.Import("dump.txt", "fs.dentry-state = 1\t2\t3\t4\t5\t6\nkernel.hostname = web1\nkernel.osrelease = 6.1.0\nkernel.random.boot_id = 1\nnet.core.somaxconn = 4096\nnet.ipv4.tcp_fin_timeout = 30\nkernel.threads-max = 31000\nnet.ipv4.conf.eth0.rp_filter = 2\nsysctl: permission denied on key 'kernel.x'\n");

        Assert.Equal(["net.ipv4.tcp_fin_timeout = 30"], result.Settings());
        Assert.Contains("9:CG7002", result.Codes());
        Assert.DoesNotContain("web1", result.Spec, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Code.Id == "CG7012" && f.Message.Contains("net.core.somaxconn", StringComparison.Ordinal) && f.Message.StartsWith("1 key is left out: they have the value", StringComparison.Ordinal));
    }
}
