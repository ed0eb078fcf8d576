using System.Text.Json;

namespace ConfigGen.Tests.Cli;

public sealed class CatalogSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("ipv4.tcp_fin_timeout")]
    [InlineData("net.ipv4.tcp_fin_*")]
    [InlineData("net/ipv4/tcp_fin_timeout")]
    [InlineData("*ipv4.tcp_f?n_timeout")]
    public void Keys_are_listed_by_topic(string pattern)
    {
        var result = _workspace.Run("catalog", "list", pattern);

        Assert.Equal(0, result.Code);
        Assert.StartsWith("time-wait\n  net.ipv4.tcp_fin_timeout  ", result.Out, StringComparison.Ordinal);
        Assert.Equal(2, result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("1 key\n", result.Error);
    }

    [Fact]
    public void Keys_without_a_topic_come_last_and_without_words() =>
        Assert.EndsWith("\n(no topic)\n  net.irda.lap_keepalive_time\n", _workspace.Run("catalog", "list", "keepalive").Out, StringComparison.Ordinal);

    [Fact]
    public void A_topic_has_its_keys()
    {
        using var list = JsonDocument.Parse(_workspace.Run("catalog", "list", "--topic", "keepalive", "--format", "json").Out);

        Assert.Equal(
            ["net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_keepalive_time"],
            list.RootElement.GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("key").GetString()));
    }

    [Fact]
    public void Topics_are_counted()
    {
        var result = _workspace.Run("catalog", "topics");
        using var topics = JsonDocument.Parse(_workspace.Run("catalog", "topics", "--format", "json").Out);

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Matches("(?m)^keepalive +3 keys$", result.Out);
        Assert.Equal(result.Out.Count(c => c == '\n'), topics.RootElement.GetProperty("topics").GetArrayLength());
    }

    [Fact]
    public void A_search_finds_names_before_meanings_and_is_the_same_every_time()
    {
        var result = _workspace.Run("catalog", "search", "somaxconn");

        Assert.Equal(0, result.Code);
        Assert.StartsWith("net.core.somaxconn", result.Out, StringComparison.Ordinal);
        Assert.Equal(result, _workspace.Run("catalog", "search", "SOMAXCONN"));
    }

    [Fact]
    public void Every_word_must_be_found()
    {
        var result = _workspace.Run("catalog", "search", "keepalive", "probes", "TCP_KEEPCNT");

        Assert.Equal((0, "1 key\n"), (result.Code, result.Error));
        Assert.StartsWith("net.ipv4.tcp_keepalive_probes  [keepalive] ", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list --topic keepaliv", "there is no topic \"keepaliv\". Did you mean keepalive?")]
    [InlineData("list net.core.somaxcon1", "no known key matches \"net.core.somaxcon1\". Did you mean net.core.somaxconn?")]
    [InlineData("list --topic ports somaxconn", "no known key of topic ports matches \"somaxconn\". Did you mean net.core.somaxconn?")]
    [InlineData("search keepalvie", "nothing is known about \"keepalvie\". Did you mean keepalive?")]
    [InlineData("search", "name at least one word.")]
    public void What_is_not_found_is_exit_code_2_with_what_may_have_been_meant(string args, string problem)
    {
        var words = args.Split(' ');
        var result = _workspace.Run(["catalog", .. words]);

        Assert.Equal(new CliResult(2, "", $"configgen catalog {words[0]}: {problem}\nRun 'configgen catalog {words[0]} --help' to see what it takes.\n"), result);
    }
}
