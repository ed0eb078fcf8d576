using ConfigGen.Cli;
using ConfigGen.Core.Compile;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Cli;

/// <summary>examples/fleet: a repository of several specs with a configuration. Its output is committed, because it is what reviewers see.</summary>
public sealed class FleetExampleTests
{
    private const string Update = "(cd examples/fleet && dotnet run --project ../../src/ConfigGen.Cli -- generate)";

    [Fact]
    public void Its_output_is_as_committed()
    {
        var check = Run("check");

        Assert.True(check.Code == 0, $"{check.Out}{check.Error}\nif that is meant: {Update}");
        Assert.Equal("61 files up to date: no findings\n", check.Error);
    }

    [Fact]
    public void It_is_clean() => Assert.Equal(new CliResult(0, "", "4 specs: no findings\n"), Run("validate", "--fail-on", "info"));

    [Fact]
    public void A_changed_layer_is_a_matter_of_every_host_class() =>
        Assert.Equal(new CliResult(0, "", "4 specs: no findings\n"), Run("validate", "--affected", "layers/base.yaml"));

    [Fact]
    public void A_changed_host_class_is_a_matter_of_itself() =>
        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), Run("validate", "--affected", "specs/web.yaml"));

    private static CliResult Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var input = new MemoryStream();
        var around = new Surroundings(output, error, input, RepositoryRoot.File("examples", "fleet")) { Compile = Compiler.Compile, Today = () => new DateOnly(2026, 11, 22) };
        return new CliResult(CommandLine.Run(args, around), output.ToString(), error.ToString());
    }
}
