using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Lint;

/// <summary>Rules on the value of one key: their boundaries.</summary>
public sealed class RiskyValueTests
{
    private const string Debian12 = "{platform: debian-12, memory: 16G}";

    [Theory]
    [InlineData("vm.drop_caches: 3", "CG2014")]
    [InlineData("vm.compact_memory: 1", "CG2014")]
    [InlineData("net.ipv4.tcp_sack: 0", "CG2112")]
    [InlineData("net.ipv4.tcp_window_scaling: 0", "CG2112")]
    [InlineData("net.ipv4.tcp_timestamps: 2", "")]
    [InlineData("net.ipv4.tcp_abort_on_overflow: 1", "CG2113")]
    [InlineData("net.ipv4.tcp_fastopen: 3", "")]
    [InlineData("net.ipv4.tcp_fastopen: 0x203", "CG2114")]
    [InlineData("net.ipv4.tcp_fastopen: 0x401", "CG2114")]
    [InlineData("net.ipv4.tcp_fastopen: 0x403", "")]
    [InlineData("net.ipv4.tcp_no_metrics_save: 1", "CG2115")]
    [InlineData("net.ipv4.tcp_congestion_control: bbrplus", "CG2116")]
    [InlineData("net.ipv4.tcp_congestion_control: htcp", "")]
    [InlineData("vm.min_free_kbytes: 1023", "CG2201")]
    [InlineData("vm.min_free_kbytes: 1024", "")]
    [InlineData("vm.min_free_kbytes: 4194304", "")]
    [InlineData("vm.min_free_kbytes: 4194305", "CG2201")]
    [InlineData("vm.vfs_cache_pressure: 0", "CG2202")]
    [InlineData("vm.vfs_cache_pressure: 1", "")]
    [InlineData("vm.vfs_cache_pressure: 999", "")]
    [InlineData("vm.vfs_cache_pressure: 1000", "CG2202")]
    [InlineData("vm.swappiness: 0", "CG2203")]
    [InlineData("vm.swappiness: 1", "")]
    [InlineData("kernel.modules_disabled: 1", "CG2301")]
    [InlineData("kernel.yama.ptrace_scope: 3", "CG2301")]
    [InlineData("kernel.yama.ptrace_scope: 2", "")]
    [InlineData("kernel.randomize_va_space: 1", "CG2302")]
    [InlineData("kernel.kptr_restrict: 0", "CG2302")]
    [InlineData("fs.suid_dumpable: 1", "CG2302")]
    [InlineData("fs.suid_dumpable: 2", "")]
    [InlineData("fs.protected_symlinks: 0", "CG2302")]
    [InlineData("kernel.sysrq: 1", "CG2303")]
    [InlineData("kernel.sysrq: 438", "")]
    [InlineData("kernel.ctrl-alt-del: 1", "CG2303")]
    [InlineData("kernel.watchdog_thresh: 0", "CG2304")]
    [InlineData("kernel.hung_task_timeout_secs: 0", "CG2304")]
    [InlineData("kernel.hung_task_timeout_secs: 1", "")]
    [InlineData("net.bridge.bridge-nf-call-iptables: 0", "CG2401")]
    [InlineData("net.bridge.bridge-nf-call-iptables: 1\n  net.bridge.bridge-nf-call-arptables: 0", "")]
    [InlineData("net.ipv6.conf.eth0.max_addresses: 0", "CG2402")]
    [InlineData("net.ipv6.conf.eth0.max_addresses: 1", "")]
    public void Value(string setting, string expected) => Assert.Equal(expected, Codes(setting, Debian12));

    [Theory]
    [InlineData("net.core.somaxconn: 4095", Debian12, "CG2013")]
    [InlineData("net.core.somaxconn: 4097", Debian12, "")]
    [InlineData("net.core.somaxconn: {at_least: 1024}", Debian12, "")]
    [InlineData("net.core.somaxconn: 1024", "{platform: rhel-8}", "")]
    [InlineData("net.core.somaxconn: 127", "{platform: rhel-8}", "CG2013")]
    [InlineData("fs.file-max: 9223372036854775806", Debian12, "CG2013")]
    [InlineData("fs.file-max: 9223372036854775807", Debian12, "")]
    [InlineData("fs.file-max: 100000", "{platform: rhel-8}", "")]
    [InlineData("fs.file-max: 100000", "{kernel: \"6.12\"}", "")]
    [InlineData("kernel.pid_max: 65536", Debian12, "CG2013")]
    [InlineData("kernel.pid_max: 4194304", Debian12, "")]
    [InlineData("vm.max_map_count: 65529", Debian12, "CG2013")]
    [InlineData("vm.max_map_count: 262144", "{platform: ubuntu-24.04}", "CG2013")]
    [InlineData("kernel.pid_max: 65536", "{platform: sles-15.7}", "")]
    [InlineData("vm.max_map_count: 65531", Debian12, "")]
    [InlineData("fs.inotify.max_user_watches: 8191", "{platform: debian-12}", "CG2013")]
    [InlineData("fs.inotify.max_user_watches: 8192", "{platform: debian-12}", "")]
    [InlineData("fs.inotify.max_user_watches: 83885", Debian12, "CG2013")]
    [InlineData("fs.inotify.max_user_watches: 83886", Debian12, "")]
    [InlineData("fs.inotify.max_user_watches: 8191", "{platform: rhel-8}", "")]
    public void CG2013_knows_what_the_host_starts_with(string setting, string target, string expected) => Assert.Equal(expected, Codes(setting, target));

    [Fact]
    public void CG2013_says_where_the_number_comes_from()
    {
        var found = Assert.Single(Specs.Compile(Specs.On("{platform: debian-12}, {platform: rhel-8}", "sysctl: {net.core.somaxconn: 1024}\n")).Findings);
        Assert.Equal("net.core.somaxconn = 1024 lowers the limit, which is 4096 on debian-12 (the kernel's default).", found.Message);
        Assert.Equal("delete the line; where a least value is meant, write {at_least: 1024}, which never lowers", found.Help);
    }

    [Theory]
    [InlineData("net.ipv4.tcp_sack: 0", "1")]
    [InlineData("net.ipv4.tcp_fastopen: 0x203", "3")]
    [InlineData("kernel.sysrq: {value: 1, pin: true}", "16")]
    [InlineData("kernel.sysrq: '1'", null)]
    public void A_fix_is_suggested_where_the_number_stands(string setting, string? replacement)
    {
        var found = Specs.Compile(Specs.On(Debian12, $"sysctl: {{{setting}}}\n")).Findings.First(f => f.Code.Id is "CG2112" or "CG2114" or "CG2303");
        Assert.Equal(replacement, found.Fix?.Replacement);
        Assert.NotEqual(true, found.Fix?.IsSafe);
    }

    [Fact]
    public void CG2401_names_all_the_keys_once() => Assert.Equal(
        "net.bridge.bridge-nf-call-ip6tables = 0 and net.bridge.bridge-nf-call-iptables = 0: bridged packets pass the filters only once the module br_netfilter is loaded, and these lines make the host load it.",
        Assert.Single(Specs.Compile(Specs.On(Debian12, "sysctl: {net.bridge.bridge-nf-call-iptables: 0, net.bridge.bridge-nf-call-ip6tables: 0}\n")).Findings).Message);

    [Fact]
    public void CG2013_tells_the_least_that_memory_gives() => Assert.Equal(
        "fs.inotify.max_user_watches = 65536 lowers the limit, which is 83886 on debian-12 (at least; the kernel computes it from the memory).",
        Assert.Single(Specs.Compile(Specs.On(Debian12, "sysctl: {fs.inotify.max_user_watches: 65536}\n")).Findings).Message);

    private static string Codes(string setting, string target) =>
        string.Join(' ', Specs.Compile(Specs.On(target, $"sysctl:\n  {setting}\n")).Findings
            .Select(f => f.Code.Id)
            .Where(id => id is not ("CG2012" or "CG6001" or "CG6007"))
            .Distinct(StringComparer.Ordinal));
}
