using ConfigGen.Core.Lint;

namespace ConfigGen.Tests.Lint;

public sealed class GlobTests
{
    [Theory]
    [InlineData("net.ipv4.tcp_tw_reuse", "net.ipv4.tcp_tw_reuse", true)]
    [InlineData("net.ipv4.tcp_tw_reuse", "net.ipv4.tcp_tw_reuse_delay", false)]
    [InlineData("net.ipv4.*", "net.ipv4.tcp_tw_reuse", true)]
    [InlineData("net.ipv4.*", "net.ipv6.conf.all.forwarding", false)]
    [InlineData("*", "anything", true)]
    [InlineData("*.accept_ra", "net.ipv6.conf.all.accept_ra", true)]
    [InlineData("net.*.conf.*.accept_ra", "net.ipv6.conf.all.accept_ra", true)]
    [InlineData("net.*.conf.*.accept_ra", "net.ipv6.conf.accept_ra", false)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("a?c", "abc", false)]
    [InlineData("", "a", false)]
    public void A_star_stands_for_any_run_of_characters(string pattern, string text, bool expected) =>
        Assert.Equal(expected, Glob.Matches(pattern, text));
}
