using ConfigGen.Core.Catalog;
using ConfigGen.Core.Report.Explain;

namespace ConfigGen.Tests.Report.Explain;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("net.core.*", "net.core.somaxconn", true)]
    [InlineData("net.*", "net.core.somaxconn", false)]
    [InlineData("net.*.somaxconn", "net.core.somaxconn", true)]
    [InlineData("net.core.s*conn", "net.core.somaxconn", true)]
    [InlineData("net.core.*max*n", "net.core.somaxconn", true)]
    [InlineData("net.core.*max", "net.core.somaxconn", false)]
    [InlineData("net.core.somaxcon?", "net.core.somaxconn", true)]
    [InlineData("net.core.?", "net.core.somaxconn", false)]
    [InlineData("net.core.[a-s]omaxconn", "net.core.somaxconn", true)]
    [InlineData("net.core.[!a-r]omaxconn", "net.core.somaxconn", true)]
    [InlineData("net.core.[!a-s]omaxconn", "net.core.somaxconn", false)]
    [InlineData("net.core.[somaxconn", "net.core.somaxconn", false)]
    [InlineData("net.ipv4.conf.eth*.rp_filter", "net.ipv4.conf.eth0/100.rp_filter", true)]
    [InlineData("net/ipv4/conf/eth0.*/rp_filter", "net.ipv4.conf.eth0/100.rp_filter", true)]
    public void A_pattern_stands_for_parts_of_a_path(string pattern, string key, bool expected)
    {
        Assert.True(SysctlKey.TryParse(pattern, out var wanted, out _));
        Assert.Equal(expected, PathPattern.Matches(wanted!, new SysctlKey(key)));
    }

    [Fact]
    public void A_hostile_pattern_ends()
    {
        Assert.True(SysctlKey.TryParse("a." + string.Concat(Enumerable.Repeat("*a", 200)) + "b", out var pattern, out _));
        Assert.False(PathPattern.Matches(pattern!, new SysctlKey("a." + new string('a', 2000))));
    }
}
