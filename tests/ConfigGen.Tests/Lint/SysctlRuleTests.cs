using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Lint;

public sealed class SysctlRuleTests
{
    private static SpecBuilder Debian12() => new SpecBuilder().On("debian-12", "6.1.192");

    [Fact]
    public void CG2001_knows_an_interface_with_a_dot_in_its_name() =>
        Assert.Equal(
            "spec.yaml:5:3 CG2001 No known kernel has a key net.ipv4.conf.eth0.100.rp_filter: a dot inside the name of an interface must be written as a slash.",
            Specs.Findings(Specs.On("{platform: debian-12}", "sysctl:\n  net.ipv4.conf.eth0.100.rp_filter: 2\n")));

    [Theory]
    [InlineData("net.ipv4.conf.eth0/100.rp_filter")]
    [InlineData("net/ipv4/conf/eth0.100/rp_filter")]
    public void Both_spellings_of_an_interface_with_a_dot_are_known(string key) =>
        Assert.Equal("", Specs.Findings(Specs.On("{platform: debian-12}", $"sysctl:\n  {key}: 2\n")));

    [Fact]
    public void CG2006_does_not_claim_that_the_kernel_refuses_what_follows_a_number() =>
        Assert.Equal(
            "spec.yaml:5:29 CG2006 net.core.somaxconn takes whole numbers, and #queue is not one.",
            Specs.Findings(Specs.On("{platform: debian-12}", "sysctl:\n  net.core.somaxconn: \"1024 #queue\"\n")));

    [Fact]
    public void CG2005_alone_speaks_of_a_key_that_cannot_be_written() =>
        Assert.Equal(
            "spec.yaml:5:3 CG2005 fs.file-nr can only be read on debian-12 (its mode is 0444).",
            Specs.Findings(Specs.On("{platform: debian-12}", "sysctl:\n  fs.file-nr: 1\n")));

    [Fact]
    public void CG2001_an_unknown_key_gets_a_suggestion_and_no_other_finding()
    {
        var finding = Assert.Single(Debian12().Set("net.core.somaxcon", "4096").Lint());
        Assert.Equal("CG2001", finding.Code.Id);
        Assert.Equal("No known kernel has a key net.core.somaxcon.", finding.Message);
        Assert.Equal("did you mean net.core.somaxconn?", finding.Help);
        Assert.Equal(("net.core.somaxconn", false), (finding.Fix!.Replacement, finding.Fix.IsSafe));
    }

    [Theory]
    [InlineData("debian-13", "kernel.softlockup_thresh", "use kernel.watchdog_thresh instead; `configgen explain kernel.softlockup_thresh` tells what it was")]
    [InlineData("ubuntu-22.04", "kernel.exec-shield", "delete the line; `configgen explain kernel.exec-shield` tells what it was")]
    [InlineData("rhel-8", "net.ipv4.tcp_abc", "delete the line; `configgen explain net.ipv4.tcp_abc` tells what it was")]
    public void CG2001_a_key_that_is_long_gone_is_told_as_such_on_every_target(string platform, string key, string help)
    {
        var finding = Assert.Single(Specs.Compile(Specs.On($"{{platform: {platform}}}", $"sysctl:\n  {key}: 1\n")).Findings);
        Assert.Equal(("CG2001", $"No known kernel has a key {key} any more.", help), (finding.Code.Id, finding.Message, finding.Help));
    }

    [Fact]
    public void CG2001_a_mistyped_prefix_gets_a_suggestion() =>
        Assert.Contains("net.ipv4.tcp_syncookies", Assert.Single(Debian12().Set("net.ip4.tcp_syncookies", "1").Lint()).Help, StringComparison.Ordinal);

    [Theory]
    [InlineData("net.ipv4.conf.eth0.rp_filter")]
    [InlineData("net.ipv4.conf.eth0/100.rp_filter")]
    [InlineData("net.ipv4.conf.*.rp_filter")]
    [InlineData("net.ipv6.neigh.wg0.gc_stale_time")]
    [InlineData("fs.binfmt_misc.status")]
    public void CG2001_keys_of_an_interface_are_known(string key) => Assert.Empty(Debian12().Set(key, "1").Lint());

    [Fact]
    public void CG2002_names_the_targets_without_the_key_and_the_last_version_with_it()
    {
        var finding = new SpecBuilder().On("debian-12", "6.1.192").On("rhel-7", "3.10-rhel7.7").On("rhel-9", "5.14-rhel9.6")
            .Set("net.ipv4.tcp_tw_recycle", "0").Lint().Single();
        Assert.Equal("net.ipv4.tcp_tw_recycle does not exist on debian-12 and rhel-9: the last upstream Linux with it was 4.11.", finding.Message);
        Assert.Equal("delete the line, or keep it in a case with `when` for the targets that have it (rhel-7)", finding.Help);
    }

    [Fact]
    public void CG2002_names_the_kernel_where_only_some_of_a_target_lack_the_key() =>
        Assert.Equal(
            ["net.ipv4.tcp_syn_linear_timeouts does not exist on ubuntu-22.04 (kernel 5.15-ubuntu22.04)."],
            [.. new SpecBuilder().On("ubuntu-22.04", "5.15-ubuntu22.04", "6.8-ubuntu24.04").Set("net.ipv4.tcp_syn_linear_timeouts", "4")
                .Messages("CG2002").Select(m => m.Split(':')[0].TrimEnd('.') + ".")]);

    [Fact]
    public void CG2002_a_target_for_which_nothing_is_written_does_not_count() =>
        Assert.Empty(new SpecBuilder().On("debian-12", "6.1.192").On("rhel-7", "3.10-rhel7.7").SetOnly("rhel-7", "net.ipv4.tcp_tw_recycle", "0").Lint());

    [Fact]
    public void CG2003_the_route_cache_is_gone()
    {
        var finding = Debian12().Set("net.ipv4.route.gc_timeout", "100").Lint().Single();
        Assert.Equal("CG2003", finding.Code.Id);
        Assert.StartsWith("net.ipv4.route.gc_timeout is obsolete since Linux 3.6 on debian-12: ", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CG2004_names_the_accepted_range()
    {
        var finding = Debian12().On("rhel-9", "5.14-rhel9.6").Set("net.ipv4.tcp_syn_retries", "200").Lint().Single();
        Assert.Equal("net.ipv4.tcp_syn_retries = 200 is refused on debian-12 and rhel-9: the kernel accepts 1 to 127.", finding.Message);
        Assert.Equal("write a value within 1 to 127", finding.Help);
    }

    [Fact]
    public void CG2004_says_which_targets_refuse_and_why_where_they_differ() =>
        Assert.Equal(
            ["net.core.somaxconn = 70000 is refused on rhel-7: the kernel accepts 0 to 65535."],
            Debian12().On("rhel-7", "3.10-rhel7.7").Set("net.core.somaxconn", "70000").Messages("CG2004"));

    [Theory]
    [InlineData("kernel.sem", "250", "1024000000", "32", "4096")]
    [InlineData("net.ipv4.tcp_rmem", "4096", "131072", "33554432")]
    [InlineData("net.ipv4.ip_local_port_range", "61000", "65535")]
    [InlineData("net.ipv4.ping_group_range", "0", "2147483647")]
    [InlineData("vm.lowmem_reserve_ratio", "256", "256", "32", "0")]
    [InlineData("net.ipv4.tcp_fastopen", "0x3")]
    [InlineData("kernel.core_pattern", "|/bin/false")]
    [InlineData("net.ipv4.ip_local_reserved_ports", "")]
    [InlineData("kernel.modprobe", "")]
    [InlineData("vm.swappiness", "10")]
    public void Values_that_kernels_take_are_not_reported(string key, params string[] fields) =>
        Assert.Empty(Debian12().Set(key, fields.Where(f => f.Length > 0).ToArray()).Lint());

    [Fact]
    public void CG2005_statistics_cannot_be_set() =>
        Assert.Equal(["fs.file-nr can only be read on debian-12 (its mode is 0444)."], Debian12().Set("fs.file-nr", "1", "0", "100").Messages("CG2005"));

    [Fact]
    public void CG2005_a_mode_that_depends_on_the_machine_is_no_error() =>
        Assert.Empty(new SpecBuilder().On("debian-13", "6.12.117").Set("kernel.nmi_watchdog", "0").Lint());

    // What systemd, procps, Debian, Ubuntu and Fedora ship: none of it may be cried over.
    [Theory]
    [InlineData("kernel.sysrq", "16")]
    [InlineData("kernel.sysrq", "176")]
    [InlineData("kernel.core_uses_pid", "1")]
    [InlineData("kernel.core_pattern", "|/usr/lib/systemd/systemd-coredump", "%P", "%u", "%g", "%s", "%t", "%c", "%h")]
    [InlineData("kernel.core_pipe_limit", "16")]
    [InlineData("kernel.pid_max", "4194304")]
    [InlineData("kernel.printk", "4", "4", "1", "7")]
    [InlineData("kernel.kptr_restrict", "1")]
    [InlineData("kernel.yama.ptrace_scope", "1")]
    [InlineData("kernel.dmesg_restrict", "1")]
    [InlineData("kernel.perf_event_paranoid", "3")]
    [InlineData("fs.protected_hardlinks", "1")]
    [InlineData("fs.protected_symlinks", "1")]
    [InlineData("fs.protected_regular", "2")]
    [InlineData("fs.protected_fifos", "1")]
    [InlineData("fs.suid_dumpable", "2")]
    [InlineData("fs.inotify.max_user_watches", "524288")]
    [InlineData("vm.max_map_count", "1048576")]
    [InlineData("vm.mmap_min_addr", "65536")]
    [InlineData("net.core.default_qdisc", "fq_codel")]
    [InlineData("net.ipv4.conf.all.rp_filter", "2")]
    [InlineData("net.ipv4.conf.default.rp_filter", "2")]
    [InlineData("net.ipv4.conf.all.promote_secondaries", "1")]
    [InlineData("net.ipv4.conf.default.accept_source_route", "0")]
    [InlineData("net.ipv4.ping_group_range", "0", "2147483647")]
    [InlineData("net.ipv6.conf.all.use_tempaddr", "2")]
    public void Stock_settings_get_no_finding(string key, params string[] fields) =>
        Assert.Empty(Debian12().On("debian-13", "6.12.117").On("rhel-9", "5.14-rhel9.6").Set(key, fields).Lint());

    [Fact]
    public void CG2006_an_empty_port_range_is_told_what_to_write()
    {
        var finding = Debian12().Set("net.ipv4.ip_local_port_range").Lint().Single();
        Assert.Equal("net.ipv4.ip_local_port_range has no value: it takes 2 numbers.", finding.Message);
        Assert.Equal("write the numbers, such as [32768, 60999] (the default), or delete the line to keep the default", finding.Help);
    }

    [Theory]
    [InlineData("net.ipv4.ip_forward", "true", "net.ipv4.ip_forward takes whole numbers, and the kernel refuses true.", "write 1")]
    [InlineData("net.core.somaxconn", "1_000", "net.core.somaxconn takes whole numbers, and the kernel refuses 1_000.", "write 1000")]
    [InlineData("net.core.somaxconn", "5k", "net.core.somaxconn takes whole numbers, and the kernel refuses 5k.", "write the number in full: the kernel reads no suffix")]
    [InlineData("net.core.somaxconn", "\"30\"", "net.core.somaxconn takes whole numbers, and the kernel refuses \"30\".", "write 30")]
    public void CG2006_what_is_no_number_is_named(string key, string written, string message, string help)
    {
        var finding = Debian12().Set(key, written).Lint().Single();
        Assert.Equal(("CG2006", message, help), (finding.Code.Id, finding.Message, finding.Help));
    }

    [Theory]
    [InlineData("6.1.192")]
    [InlineData("6.8-ubuntu24.04")]
    [InlineData("6.12-rhel10.0")]
    public void CG2006_knows_vectors_on_kernels_whose_source_does_not_say_so(string table) =>
        Assert.Empty(new SpecBuilder().On("host", table).Set("net.ipv4.ip_local_port_range", "10240", "60999").Lint());

    [Fact]
    public void CG2006_counts_fields()
    {
        Assert.Equal(
            ["net.core.somaxconn takes one number, not 2: the kernel stores what it has room for and drops the rest."],
            Debian12().Set("net.core.somaxconn", "1", "2").Messages("CG2006"));
        Assert.Equal(
            ["net.ipv4.tcp_rmem takes 3 numbers, not 2: a write of fewer leaves the others as they happen to be."],
            Debian12().Set("net.ipv4.tcp_rmem", "4096", "131072").Messages("CG2006"));
    }

    [Fact]
    public void CG2007_says_both_numbers()
    {
        var finding = Debian12().Set("net.core.somaxconn", "010").Lint().Single();
        Assert.Equal("net.core.somaxconn = 010: YAML 1.2 reads 10, but the kernel reads it as octal, 8.", finding.Message);
        Assert.Equal("write 10 if that is meant, or 8", finding.Help);
        Assert.Equal("010", finding.Span!.Text);
    }

    [Fact]
    public void CG2007_leaves_alone_what_both_read_alike() => Assert.Empty(Debian12().Set("net.ipv4.ip_forward", "00").Lint());

    [Fact]
    public void CG2008_offers_a_safe_fix()
    {
        var finding = Debian12().SetQuoted("net.core.somaxconn", "16384").Lint().Single();
        Assert.Equal(("CG2008", "net.core.somaxconn: the quotes around 16384 change nothing."), (finding.Code.Id, finding.Message));
        Assert.True(finding.Fix!.IsSafe);
    }

    [Fact]
    public void CG2008_texts_in_quotes_are_not_reported() => Assert.Empty(Debian12().SetQuoted("kernel.core_pattern", "5").Lint());

    [Theory]
    [InlineData("\"1024", "65000\"", "1024 65000")]
    [InlineData("1024,", "65000", "1024 65000")]
    [InlineData("[1024,", "65000]", "1024 65000")]
    public void CG2006_puts_the_whole_of_several_numbers_right(string first, string second, string meant)
    {
        var finding = Assert.Single(Debian12().Set("net.ipv4.ip_local_port_range", first, second).Lint(), f => f.Code.Id == "CG2006");
        Assert.Equal($"write {meant}: numbers with blanks between them, without quotes and commas", finding.Help);
    }

    [Fact]
    public void CG2009_is_one_finding_for_a_key() =>
        Assert.Equal(
            ["Whether kernel.sched_util_clamp_max exists on old and new is not known: no table covers that kernel."],
            new SpecBuilder().On("old", "6.2").On("new", "6.3").Set("kernel.sched_util_clamp_max", "1024").Messages("CG2009"));

    [Theory]
    [InlineData("fs.pipe-max-size", "1000000", "and 1048576 is in force afterwards.", "write 1048576, which is what the kernel makes of it")]
    [InlineData("net.ipv4.neigh.default.base_reachable_time_ms", "101", "and 104 is in force afterwards.", "write 104, which is what the kernel makes of it")]
    [InlineData("net.bridge.bridge-nf-call-iptables", "2", "and changes nothing: 1 stays in force.", "delete the line, or write a value that the kernel keeps; `configgen explain` lists what is not kept")]
    public void CG2020_says_what_the_kernel_makes_of_a_value(string key, string value, string says, string help)
    {
        var finding = Assert.Single(Specs.Compile(Specs.On("{platform: debian-12}", $"sysctl:\n  {key}: {value}\n")).Findings, f => f.Code.Id == "CG2020");
        Assert.StartsWith($"{key} = {value} is accepted on debian-12", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(says, finding.Message, StringComparison.Ordinal);
        Assert.Equal(help, finding.Help);
    }

    [Theory]
    [InlineData("{platform: debian-12}", "fs.pipe-max-size", "2097152")]
    [InlineData("{platform: debian-12}", "fs.pipe-max-size", "500000")]
    [InlineData("{platform: rhel-9}", "fs.pipe-max-size", "1000000")]
    [InlineData("{platform: debian-12}", "net.bridge.bridge-nf-call-iptables", "1")]
    [InlineData("{platform: debian-12}", "net.bridge.bridge-nf-call-iptables", "0")]
    public void CG2020_is_quiet_about_what_nobody_tried(string target, string key, string value) =>
        Assert.DoesNotContain("CG2020", Specs.Findings(Specs.On(target, $"sysctl:\n  {key}: {value}\n")), StringComparison.Ordinal);
}
