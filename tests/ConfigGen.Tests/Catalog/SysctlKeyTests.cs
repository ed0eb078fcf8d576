using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

public sealed class SysctlKeyTests
{
    [Theory]
    [InlineData("net.ipv4.ip_forward", "net.ipv4.ip_forward", "/proc/sys/net/ipv4/ip_forward")]
    [InlineData("net/ipv4/ip_forward", "net.ipv4.ip_forward", "/proc/sys/net/ipv4/ip_forward")]
    [InlineData("net/ipv4/conf/eth0.100/rp_filter", "net.ipv4.conf.eth0/100.rp_filter", "/proc/sys/net/ipv4/conf/eth0.100/rp_filter")]
    [InlineData("net.ipv4.conf.eth0/100.rp_filter", "net.ipv4.conf.eth0/100.rp_filter", "/proc/sys/net/ipv4/conf/eth0.100/rp_filter")]
    public void Both_spellings_are_one_key(string text, string name, string path)
    {
        Assert.True(SysctlKey.TryParse(text, out var key, out var reason), reason);
        Assert.Equal(name, key!.Name);
        Assert.Equal(path, key.ProcPath);
    }

    [Theory]
    [InlineData("", "the name is empty")]
    [InlineData("net..ipv4", "the name has an empty part")]
    [InlineData(".net.ipv4", "the name starts with a separator")]
    [InlineData("/net/ipv4", "the name starts with a separator")]
    [InlineData("net/../kernel/sysrq", "the name leads out of its folder")]
    [InlineData("net.//.x", "the name leads out of its folder")]
    [InlineData("net.ipv4 .x", "the name contains a space")]
    [InlineData("net.ipv4.\"x", "the name contains \"")]
    [InlineData("net.ipv4.é", "the name contains a character outside printable ASCII")]
    public void What_is_no_name_says_why(string text, string expected)
    {
        Assert.False(SysctlKey.TryParse(text, out var key, out var reason));
        Assert.Null(key);
        Assert.Equal(expected, reason);
    }

    [Theory]
    [InlineData("net.ipv4.conf.*.rp_filter", true)]
    [InlineData("net.ipv4.conf.eth?.rp_filter", true)]
    [InlineData("net.ipv4.conf.eth0.rp_filter", false)]
    public void Patterns_are_seen(string text, bool glob)
    {
        Assert.True(SysctlKey.TryParse(text, out var key, out _));
        Assert.Equal(glob, key!.IsGlob);
    }

    [Theory]
    [InlineData("net.mpls.conf.eth0.input", "net.mpls.conf.lo.input", "eth0")]
    [InlineData("net.ipv4.conf.eth0.rp_filter", "net.ipv4.conf.default.rp_filter", "eth0")]
    [InlineData("net.ipv4.conf.eth0/100.rp_filter", "net.ipv4.conf.default.rp_filter", "eth0/100")]
    [InlineData("net.ipv4.conf.all.rp_filter", "net.ipv4.conf.all.rp_filter", "all")]
    [InlineData("net.ipv6.neigh.eth0.gc_stale_time", "net.ipv6.neigh.default.gc_stale_time", "eth0")]
    [InlineData("net.ipv4.tcp_rmem", "net.ipv4.tcp_rmem", null)]
    public void Keys_of_an_interface_have_a_representative(string key, string representative, string? name)
    {
        Assert.Equal(representative, KeyPattern.Representative(key));
        Assert.Equal(name, KeyPattern.Interface(key));
    }

    [Theory]
    [InlineData("net.ipv4.tcp_keepalive_tme", "net.ipv4.tcp_keepalive_time")]
    [InlineData("net.ipv4.tcp-keepalive-time", "net.ipv4.tcp_keepalive_time")]
    [InlineData("tcp_keepalive_time", "net.ipv4.tcp_keepalive_time")]
    [InlineData("ipv4.tcp_syncookies", "net.ipv4.tcp_syncookies")]
    [InlineData("net.core.somaxcon", "net.core.somaxconn")]
    [InlineData("net.ipv4.tcp_max_tw_bukcets", "net.ipv4.tcp_max_tw_buckets")]
    [InlineData("net.ipv4.somaxconn", "net.core.somaxconn")]
    [InlineData("vm.swapiness", "vm.swappiness")]
    public void Mistyped_keys_have_a_best_guess(string key, string expected)
    {
        Assert.False(SysctlCatalog.BuiltIn.IsKnown(key));
        Assert.Equal(expected, SysctlCatalog.BuiltIn.Suggest(key)[0]);
    }

    [Fact]
    public void Nothing_near_means_no_guess() => Assert.Empty(SysctlCatalog.BuiltIn.Suggest("zzz.qqq.completely_other_thing"));
}
