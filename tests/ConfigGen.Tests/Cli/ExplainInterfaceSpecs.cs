using System.Text.Json;

namespace ConfigGen.Tests.Cli;

/// <summary>What <c>explain</c> says about keys that every interface has.</summary>
public sealed class ExplainInterfaceSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_key_of_an_interface_says_which_value_is_in_force() => Assert.StartsWith(
        """
        net.ipv4.conf.eth0/100.rp_filter  (ipv4-interfaces)

          The key of the interface eth0.100.

          in force      the higher of net.ipv4.conf.all.rp_filter and net.ipv4.conf.eth0/100.rp_filter
          new ones      a new interface starts with net.ipv4.conf.default.rp_filter

        What it means, from net.ipv4.conf.all.rp_filter:

          Whether packets are dropped whose source address would not be routed back through the
          interface they came in by.
        """.ReplaceLineEndings("\n"),
        Page("net.ipv4.conf.eth0/100.rp_filter"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("net.ipv4.conf.eth0.log_martians", "on as soon as one of net.ipv4.conf.all.log_martians and\n                net.ipv4.conf.eth0.log_martians is\n")]
    [InlineData("net.ipv4.conf.lo.accept_source_route", "on only when both net.ipv4.conf.all.accept_source_route and\n")]
    [InlineData("net.ipv4.conf.*.tag", "that of the interface alone; net.ipv4.conf.all.tag does not count\n")]
    [InlineData("net.ipv6.conf.eth0.disable_ipv6", "net.ipv6.conf.eth0.disable_ipv6 alone; a write to net.ipv6.conf.all.disable_ipv6\n")]
    [InlineData("net.ipv6.conf.all.accept_source_route", "the lower of net.ipv6.conf.all.accept_source_route and that of the interface\n")]
    [InlineData("net.ipv4.conf.all.rp_filter", "the higher of net.ipv4.conf.all.rp_filter and that of the interface\n")]
    public void How_an_interface_and_all_go_together(string key, string inForce) =>
        Assert.Contains($"  in force      {inForce}", Page(key), StringComparison.Ordinal);

    [Fact]
    public void A_pattern_with_the_place_of_the_interface_open_explains_the_family()
    {
        Assert.StartsWith(
            """
            net.ipv4.conf.*.rp_filter  (ipv4-interfaces)

              The key of every interface. In a fragment of sysctl.d the pattern sets it for each that is
              there, and for all and default.

              in force      the higher of net.ipv4.conf.all.rp_filter and that of the interface
              new ones      a new interface starts with net.ipv4.conf.default.rp_filter

            """.ReplaceLineEndings("\n"),
            Page("net.ipv4.conf.*.rp_filter"),
            StringComparison.Ordinal);
        var families = Page("net.ipv4.conf.*.arp_*");
        Assert.Contains("\n  net.ipv4.conf.*.arp_ignore           Which ARP requests", families, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nEach of these with * is one key for every interface, and one each for all and default; explain\none of them to see how they go together.\n",
            families,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_only_default_has_is_none_of_an_interface()
    {
        var page = Page("net.ipv4.neigh.eth0.gc_thresh3");

        Assert.Contains("\n  No interface has a key of its own: there is only net.ipv4.neigh.default.gc_thresh3.\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("new ones", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_a_key_of_an_interface_names_the_combination()
    {
        using var json = JsonDocument.Parse(Page("net.ipv4.conf.eth0/100.rp_filter", "--format", "json"));

        var family = json.RootElement.GetProperty("interface");
        Assert.Equal(
            ("eth0.100", "higher", "net.ipv4.conf.all.rp_filter", "net.ipv4.conf.default.rp_filter"),
            (Text(family, "name"), Text(family, "combination"), Text(family, "all"), Text(family, "default")));
        Assert.Equal("net.ipv4.conf.all.rp_filter", Text(json.RootElement, "describedBy"));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private string Page(params string[] args)
    {
        var result = _workspace.Run(["explain", .. args]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return result.Out;
    }
}
