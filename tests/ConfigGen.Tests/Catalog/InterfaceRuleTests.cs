using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

public sealed class InterfaceRuleTests
{
    [Theory]
    [InlineData("net.ipv4.conf.eth0.rp_filter", InterfaceCombination.Higher)]
    [InlineData("net.ipv4.conf.all.log_martians", InterfaceCombination.Either)]
    [InlineData("net.ipv4.conf.eth0/100.accept_source_route", InterfaceCombination.Both)]
    [InlineData("net.ipv4.conf.*.accept_redirects", InterfaceCombination.Router)]
    [InlineData("net.ipv4.conf.lo.forwarding", InterfaceCombination.Rewritten)]
    [InlineData("net.ipv6.conf.eth0.accept_ra", InterfaceCombination.Own)]
    [InlineData("net.ipv6.conf.eth0.accept_source_route", InterfaceCombination.Lower)]
    public void How_an_interface_and_all_go_together(string key, InterfaceCombination combination) =>
        Assert.Equal(combination, InterfaceRule.Find(key)!.Combination);

    [Theory]
    [InlineData("net.ipv6.conf.eth0.forwarding")]
    [InlineData("net.ipv4.conf.eth0.arp_accept")]
    [InlineData("net.core.somaxconn")]
    public void What_was_not_read_is_not_known(string key) => Assert.Null(InterfaceRule.Find(key));

    [Fact]
    public void What_the_entries_of_all_say_in_words_is_recorded() =>
        Assert.All(
            SysctlCatalog.BuiltIn.Topics.Select(t => t.Key).Where(k => KeyPattern.Interface(k) == KeyPattern.All && SysctlCatalog.BuiltIn.Curated(k)!.Summary.Contains("that of the interface", StringComparison.Ordinal)),
            key => Assert.NotNull(InterfaceRule.Find(key)));
}
