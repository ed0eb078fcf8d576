using ConfigGen.Cli;
using ConfigGen.Core.Compile;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Cli;

/// <summary>examples/migration: a script, what import makes of it and says of it, and the spec that is left. The last is run by ExampleTests.</summary>
public sealed class MigrationExampleTests
{
    private const string Update = "CONFIGGEN_UPDATE=1 dotnet test ConfigGen.sln --filter FullyQualifiedName~MigrationExampleTests";

    [Fact]
    public void The_imported_spec_and_the_findings_are_as_committed()
    {
        var import = Run("import", "--name", "migration", "--target", "debian-12", "--target", "ubuntu-24.04", "examples/migration/setup.sh");
        if (Environment.GetEnvironmentVariable("CONFIGGEN_UPDATE") == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "regenerating is refused in CI: commit what a developer regenerated");
            File.WriteAllText(Path("imported.yaml"), import.Out);
            File.WriteAllText(Path("findings.txt"), import.Error);
        }

        Assert.Equal(0, import.Code);
        Assert.True(File.ReadAllText(Path("imported.yaml")) == import.Out, $"{import.Out}\nif that is meant: {Update}");
        Assert.True(File.ReadAllText(Path("findings.txt")) == import.Error, $"{import.Error}\nif that is meant: {Update}");
    }

    [Fact]
    public void What_was_imported_is_valid_and_can_be_rendered_at_once() =>
        Assert.Equal(0, Run("validate", "examples/migration/imported.yaml").Code);

    [Fact]
    public void The_script_is_the_articles_list()
    {
        var article = File.ReadAllLines(Shared.File("seed/article.txt")).Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        var lines = File.ReadAllLines(Path("setup.sh")).Where(l => l.StartsWith("net.", StringComparison.Ordinal)).ToList();

        Assert.Equal(14, lines.Count);
        Assert.All(lines, line => Assert.Contains(line.Trim(), article));
    }

    [Fact]
    public void The_story_names_what_became_of_every_line()
    {
        var story = File.ReadAllText(Path("README.md"));
        Assert.All(File.ReadAllLines(Path("setup.sh")).Where(l => l.StartsWith("net.", StringComparison.Ordinal)), line => Assert.Contains(line.Split(' ')[0].Split('.')[^1], story, StringComparison.Ordinal));
    }

    private static string Path(string file) => RepositoryRoot.File("examples", "migration", file);

    private static CliResult Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var input = new MemoryStream();
        var code = CommandLine.Run(args, new Surroundings(output, error, input, RepositoryRoot.Path) { Compile = Compiler.Compile, Today = () => new DateOnly(2026, 11, 22) });
        return new CliResult(code, output.ToString(), error.ToString());
    }
}
