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

    // Not the same in every kernel at hand, or none of the ways that the pack has a word for: the entry tells it.
    private static readonly string[] ToldInTheEntryAlone =
    [
        "net.ipv4.conf.all.arp_accept", "net.ipv4.conf.all.disable_policy", "net.ipv4.conf.all.disable_xfrm", "net.ipv4.conf.all.force_igmp_version",
        "net.ipv4.conf.all.ignore_routes_with_linkdown", "net.ipv4.conf.all.proxy_arp_pvlan", "net.ipv6.conf.all.force_mld_version", "net.ipv6.conf.all.keep_addr_on_down",
    ];

    [Fact]
    public void What_the_entries_of_all_say_in_words_is_recorded() =>
        Assert.All(
            SysctlCatalog.BuiltIn.Topics.Select(t => t.Key).Except(ToldInTheEntryAlone).Where(k => KeyPattern.Interface(k) == KeyPattern.All && SysctlCatalog.BuiltIn.Curated(k)!.Summary.Contains("that of the interface", StringComparison.Ordinal)),
            key => Assert.NotNull(InterfaceRule.Find(key)));
}
