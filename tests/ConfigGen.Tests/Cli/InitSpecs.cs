namespace ConfigGen.Tests.Cli;

public sealed class InitSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_starter_spec_is_written_and_named_on_standard_output()
    {
        var result = _workspace.Run("init", "--name", "web-frontend");

        Assert.Equal(new CliResult(0, "spec.yaml\n", "next: configgen validate spec.yaml\n"), result);
        Assert.Contains("\nname: web-frontend ", _workspace.Read("spec.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("specs/web.yaml", "specs")]
    [InlineData("DB Servers/x.yaml", "db-servers")]
    [InlineData("42/x.yaml", "my-hosts")]
    public void Without_a_name_the_folder_gives_it(string file, string name)
    {
        Assert.Equal(0, _workspace.Run("init", file).Code);
        Assert.Contains($"\nname: {name} ", _workspace.Read(file), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_writes_validates_without_a_finding_and_renders()
    {
        _workspace.Compile = ConfigGen.Core.Compile.Compiler.Compile;
        _workspace.Run("init", "--name", "web");

        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), _workspace.Run("validate", "--fail-on", "info", "spec.yaml"));
        Assert.Equal(0, _workspace.Run("generate", "spec.yaml").Code);
        Assert.Contains("\nnet.core.somaxconn = 16384\n", _workspace.Read("out/web/sysctl.d/60-web.conf"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_shows_as_comments_validates_too()
    {
        _workspace.Compile = ConfigGen.Core.Compile.Compiler.Compile;
        _workspace.Run("init", "--name", "web");
        var text = _workspace.Read("spec.yaml").Replace("#   ", "  ", StringComparison.Ordinal);
        foreach (var block in (string[])["extends:", "keepalive:", "units:", "ignore:"])
        {
            text = text.Replace($"# {block}", block, StringComparison.Ordinal);
        }

        _workspace.Write("spec.yaml", text);

        Assert.Equal(0, _workspace.Run("validate", "spec.yaml").Code);
    }

    [Fact]
    public void An_existing_file_is_left_alone()
    {
        _workspace.Write("spec.yaml", "mine\n");

        Assert.Equal(new CliResult(2, "", "configgen init: spec.yaml exists already and is left as it is.\n"), _workspace.Run("init"));
        Assert.Equal("mine\n", _workspace.Read("spec.yaml"));
    }

    [Fact]
    public void A_hyphen_shows_it()
    {
        var result = _workspace.Run("init", "--name", "a", "-");

        Assert.Equal(0, result.Code);
        Assert.StartsWith("# A tuning spec", result.Out, StringComparison.Ordinal);
        Assert.Empty(_workspace.Files());
    }

    [Fact]
    public void A_file_where_a_folder_must_go_is_exit_code_2()
    {
        _workspace.Write("specs", "a file\n");

        var result = _workspace.Run("init", "specs/web.yaml");

        Assert.Equal(2, result.Code);
        Assert.StartsWith("configgen init: cannot write specs/web.yaml: ", result.Error, StringComparison.Ordinal);
    }
}
