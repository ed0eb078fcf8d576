namespace ConfigGen.Tests.Cli;

public sealed class ExplainSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_key_is_explained_from_measured_kernels()
    {
        var result = _workspace.Run("explain", "net.core.somaxconn");

        Assert.Equal(0, result.Code);
        Assert.Equal("", result.Error);
        Assert.StartsWith("net.core.somaxconn", result.Out, StringComparison.Ordinal);
        Assert.Contains("  5.10.218–7.3.4                   default 4096, accepts 0..2147483647 [measured, from source]\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net.core.somaxconn", "net/core/somaxconn")]
    [InlineData("net.core.somaxconn", "somaxconn")]
    [InlineData("net.ipv4.conf.eth0/100.rp_filter", "net/ipv4/conf/eth0.100/rp_filter")]
    [InlineData("net.ipv4.conf.*.rp_filter", "rp_filter")]
    [InlineData("LimitNOFILE", "LimitNOFILE=")]
    [InlineData("LimitNOFILE", "LimitNOFILE=65536")]
    [InlineData("LimitNOFILE", "limitnofile")]
    [InlineData("Service.LimitNOFILE", "[Service] LimitNOFILE")]
    [InlineData("Service.LimitNOFILE", "[Service]LimitNOFILE=1")]
    [InlineData("keepalive", "topic:keepalive")]
    [InlineData("CG6003", "foreign-file")]
    [InlineData("CG6003", "cg6003")]
    public void A_name_may_be_written_in_other_ways(string name, string other)
    {
        var result = _workspace.Run("explain", name);

        Assert.Equal(0, result.Code);
        Assert.Equal(result, _workspace.Run("explain", other));
    }

    [Fact]
    public void A_code_is_explained_by_its_page() =>
        Assert.StartsWith("CG6003 foreign-file\n===================\n", _workspace.Run("explain", "CG6003").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("net.core.somaxcon", " Did you mean net.core.somaxconn?")]
    [InlineData("net.ipv4.conf.eth0.arp_notifi", " Did you mean net.ipv4.conf.eth0.arp_notify?")]
    [InlineData("CG6030", " Did you mean CG4030?")]
    [InlineData("foreign-fiel", " Did you mean foreign-file?")]
    [InlineData("LimitNOFIEL", " Did you mean LimitNOFILE?")]
    [InlineData("Service.LimitNOFIEL", " Did you mean LimitNOFILE?")]
    [InlineData("keepalve", " Did you mean KeepAlive or keepalive?")]
    [InlineData("topic:keepaliv", " Did you mean keepalive?")]
    [InlineData("nothing like it", "")]
    public void What_is_not_known_is_exit_code_2_with_the_nearest_known(string topic, string suggestion) =>
        Refused($"nothing is known about \"{topic}\".{suggestion}", topic);

    [Fact]
    public void Json_is_one_document_that_names_its_kind()
    {
        Assert.Equal(("key", "vm.swappiness"), KindAndName("key", "vm.swappiness"));
        Assert.Equal(("code", "CG6003"), KindAndName("code", "CG6003"));
        Assert.Equal(("directive", "LimitNOFILE"), KindAndName("directive", "Service.LimitNOFILE"));
        Assert.Equal(("topic", "keepalive"), KindAndName("topic", "keepalive"));
        Assert.Equal(("pattern", "net.core.*mem_max"), KindAndName("pattern", "net.core.*mem_max"));
    }

    [Theory]
    [InlineData("net.core.nothing.*", "no known key matches \"net.core.nothing.*\".")]
    [InlineData("Service.OnCalendar", "OnCalendar is not known in [Service]; it is in [Timer].")]
    [InlineData("Service.DefaultLimitNOFILE", "DefaultLimitNOFILE is not known in [Service]; it is in [Manager].")]
    [InlineData(
        "net.ipv4.conf.eth0.100.rp_filter",
        "nothing is known about \"net.ipv4.conf.eth0.100.rp_filter\". In the dotted spelling a dot in the name of an interface is written as a slash: "
            + "net.ipv4.conf.eth0/100.rp_filter, or net/ipv4/conf/eth0.100/rp_filter.")]
    public void What_is_wrong_with_a_name_is_said(string name, string problem) => Refused(problem, name);

    [Theory]
    [InlineData("debin-12", "LimitNOFILE", "\"debin-12\" is neither a platform nor a kernel version. Did you mean 'debian-12', 'debian-11' or 'debian-13'?")]
    [InlineData("6.1", "LimitNOFILE", "\"6.1\" says nothing about systemd; name a platform such as debian-12, or leave --target out.")]
    [InlineData("6.1", "CG6003", "CG6003 means the same on every target; leave --target out.")]
    public void A_target_that_does_not_fit_is_exit_code_2(string target, string name, string problem) => Refused(problem, name, "--target", target);

    private (string? Kind, string? Name) KindAndName(string kind, string name)
    {
        using var json = System.Text.Json.JsonDocument.Parse(_workspace.Run("explain", "--format", "json", name).Out);
        return (json.RootElement.GetProperty("kind").GetString(), json.RootElement.GetProperty(kind).GetString());
    }

    private void Refused(string problem, params string[] args) =>
        Assert.Equal(
            new CliResult(2, "", $"configgen explain: {problem}\nRun 'configgen explain --help' to see what it takes.\n"),
            _workspace.Run(["explain", .. args]));
}
