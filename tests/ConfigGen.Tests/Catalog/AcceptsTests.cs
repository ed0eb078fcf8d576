using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

public sealed class AcceptsTests
{
    private static readonly Kernel Debian = new(new KernelVersion(6, 12, 117), KernelFamily.Debian, "6.12.117");
    private static readonly Kernel Upstream = new(new KernelVersion(6, 12, 117), KernelFamily.Upstream, null);
    private static readonly Kernel Ubuntu = new(new KernelVersion(5, 15, null), KernelFamily.Ubuntu, "5.15-ubuntu22.04");

    [Theory]
    [InlineData("0..1", 1, Verdict.Accepted)]
    [InlineData("0..1", 2, Verdict.Refused)]
    [InlineData("0..1", -1, Verdict.Refused)]
    [InlineData("0..1,3", 2, Verdict.Refused)]
    [InlineData("0..1,3", 3, Verdict.Accepted)]
    [InlineData("0..~3", 3, Verdict.Accepted)]
    [InlineData("0..~3", 4, Verdict.Unknown)]
    [InlineData("-1..~-1,~65535..1000000", 0, Verdict.Unknown)]
    [InlineData("-1..~-1,~65535..1000000", 1000001, Verdict.Refused)]
    [InlineData("~0..?", 0, Verdict.Accepted)]
    [InlineData("~0..?", 1, Verdict.Unknown)]
    [InlineData("~0..?", -1, Verdict.Unknown)]
    [InlineData("-inf..+inf", long.MinValue, Verdict.Accepted)]
    [InlineData("-inf..-9223372036854775808,-8589934..8589934", 8589935, Verdict.Refused)]
    [InlineData("all:1..2147483647", 0, Verdict.Refused)]
    [InlineData("0", 1, Verdict.Refused)]
    public void A_range_judges_integers(string range, long value, Verdict expected) => Assert.Equal(expected, RangeText.Parse(range)!.Check(value));

    [Fact]
    public void Every_range_of_the_tables_is_read()
    {
        foreach (var (key, table) in SysctlCatalog.BuiltIn.Tables.Where(t => t.Kind == TableKind.Measured).SelectMany(t => SysctlCatalog.BuiltIn.Keys.Select(k => (k, t.Name))))
        {
            foreach (var column in new[] { "accept_ranges", "held_ranges" })
            {
                var text = SysctlCatalog.BuiltIn.Row(key, table)?[column] ?? "";
                Assert.Equal(text.Length > 0, RangeText.Parse(text) is not null);
            }
        }
    }

    [Theory]
    [InlineData("net.ipv4.tcp_keepalive_probes", "3", Verdict.Accepted)]
    [InlineData("net.ipv4.tcp_keepalive_probes", "256", Verdict.Refused)]
    [InlineData("net.ipv4.tcp_keepalive_time", "8589934", Verdict.Accepted)]
    [InlineData("net.ipv4.tcp_keepalive_time", "8589935", Verdict.Refused)]
    [InlineData("net.ipv4.tcp_fin_timeout", "0x1e", Verdict.Accepted)]
    [InlineData("net.ipv4.tcp_fin_timeout", "030", Verdict.Accepted)]
    [InlineData("net.ipv4.tcp_fin_timeout", "thirty", Verdict.Unknown)]
    [InlineData("net.ipv4.tcp_rmem", "4096 87380 6291456", Verdict.Accepted)]
    [InlineData("net.ipv4.tcp_rmem", "0 87380 6291456", Verdict.Unknown)]
    [InlineData("kernel.sem", "500 256000 250 1024", Verdict.Unknown)]
    [InlineData("net.ipv4.ip_local_port_range", "10240 60999", Verdict.Accepted)]
    [InlineData("net.ipv4.ip_local_port_range", "60999 10240", Verdict.Unknown)]
    [InlineData("net.ipv4.ip_local_port_range", "80 60999", Verdict.Unknown)]
    [InlineData("net.ipv4.conf.eth0.arp_ignore", "1", Verdict.Accepted)]
    [InlineData("net.ipv6.conf.eth0.mtu", "9000", Verdict.Unknown)]
    [InlineData("vm.min_free_kbytes", "65536", Verdict.Unknown)]
    [InlineData("net.no.such_key", "1", Verdict.Unknown)]
    public void A_measured_kernel_judges_values(string key, string value, Verdict expected) =>
        Assert.Equal(expected, SysctlCatalog.BuiltIn.Accepts(key, Debian, value));

    [Theory]
    [InlineData("2147483", Verdict.Accepted)]
    [InlineData("2147484", Verdict.Unknown)]
    [InlineData("21474836", Verdict.Unknown)]
    [InlineData("34359737", Verdict.Refused)]
    public void Another_build_may_have_another_tick(string value, Verdict expected) =>
        Assert.Equal(expected, SysctlCatalog.BuiltIn.Accepts("net.ipv4.tcp_keepalive_time", Upstream, value));

    [Theory]
    [InlineData("net.ipv4.tcp_keepalive_probes", "256", Verdict.Refused)]
    [InlineData("vm.swappiness", "200", Verdict.Accepted)]
    [InlineData("vm.swappiness", "201", Verdict.Refused)]
    public void A_source_tree_judges_by_its_stated_bounds(string key, string value, Verdict expected) =>
        Assert.Equal(expected, SysctlCatalog.BuiltIn.Accepts(key, Ubuntu, value));
}
