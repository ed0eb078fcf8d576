namespace ConfigGen.Tests.Render;

/// <summary>What is said about a setting: the reason, else what the key does, and the layer it comes from.</summary>
public class CommentTests
{
    [Fact]
    public void The_reason_comes_before_what_the_catalogue_says() =>
        Assert.Equal("# deploys come in bursts", CommentOf(new SpecBuilder().Set("net.core.somaxconn", "16384", "deploys come in bursts")));

    [Fact]
    public void Without_a_reason_the_first_sentence_of_the_catalogue_stands_there() =>
        Assert.Equal("# Longest queue of connections that wait for accept(), e.g. of a web server.", CommentOf(new SpecBuilder().Set("net.core.somaxconn", "16384")));

    [Fact]
    public void A_key_that_nothing_is_written_about_has_no_comment() =>
        Assert.Equal("", CommentOf(new SpecBuilder().Set("vm.swappiness", "10")));

    [Theory]
    [InlineData("net.ipv4.conf.default.rp_filter", "# Value that new interfaces start with")]
    [InlineData("net.ipv4.conf.eth0/100.rp_filter", "")]
    public void What_holds_for_all_interfaces_is_not_said_about_one(string key, string expected) =>
        Assert.Equal(expected, CommentOf(new SpecBuilder().Set(key, "2")));

    [Fact]
    public void A_setting_of_a_layer_names_the_layer() =>
        Assert.Equal("# kept low (from ../base/server.yaml)", CommentOf(new SpecBuilder().Set("vm.swappiness", "10", "kept low", layer: "base/server.yaml")));

    private static string CommentOf(SpecBuilder spec)
    {
        var lines = Rendering.Text(spec.Build(), Rendering.SomeFacts).TrimEnd('\n').Split('\n');
        return lines[^2];
    }
}
