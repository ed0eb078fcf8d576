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

    [Fact]
    public void A_key_may_be_written_with_slashes() =>
        Assert.Equal(_workspace.Run("explain", "net.core.somaxconn"), _workspace.Run("explain", "net/core/somaxconn"));

    [Fact]
    public void A_code_and_its_name_are_explained_by_the_same_page()
    {
        var result = _workspace.Run("explain", "CG6003");

        Assert.Equal(0, result.Code);
        Assert.StartsWith("CG6003 foreign-file\n===================\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(result, _workspace.Run("explain", "foreign-file"));
        Assert.Equal(result, _workspace.Run("explain", "cg6003"));
    }

    [Theory]
    [InlineData("net.core.somaxcon", " Did you mean net.core.somaxconn?")]
    [InlineData("CG6030", " Did you mean CG6003?")]
    [InlineData("foreign-fiel", " Did you mean foreign-file?")]
    [InlineData("nothing like it", "")]
    public void What_is_not_known_is_exit_code_2_with_the_nearest_known(string topic, string suggestion)
    {
        var result = _workspace.Run("explain", topic);

        Assert.Equal(2, result.Code);
        Assert.Equal("", result.Out);
        Assert.StartsWith($"configgen explain: nothing is known about \"{topic}\".{suggestion}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_document()
    {
        using var key = System.Text.Json.JsonDocument.Parse(_workspace.Run("explain", "--format", "json", "vm.swappiness").Out);
        using var code = System.Text.Json.JsonDocument.Parse(_workspace.Run("explain", "--format", "json", "CG6003").Out);

        Assert.Equal("vm.swappiness", key.RootElement.GetProperty("key").GetString());
        Assert.Equal("CG6003", code.RootElement.GetProperty("code").GetString());
    }
}
