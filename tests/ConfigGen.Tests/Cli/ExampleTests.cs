using ConfigGen.Cli;
using ConfigGen.Core.Compile;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Cli;

/// <summary>Every folder under examples is what the tool makes of its spec: committed, because it is what reviewers see.</summary>
public sealed class ExampleTests
{
    private const string Update = "CONFIGGEN_UPDATE=1 dotnet test ConfigGen.sln --filter FullyQualifiedName~ExampleTests";

    private static bool Updating => Environment.GetEnvironmentVariable("CONFIGGEN_UPDATE") == "1";

    public static TheoryData<string> Rendered => [.. Specs().Where(s => !File.Exists(Expected(s)))];

    public static TheoryData<string> Refused => [.. Specs().Where(s => File.Exists(Expected(s)))];

    [Fact]
    public void There_are_examples_of_both_kinds()
    {
        Assert.Contains("examples/web-frontend/spec.yaml", Rendered.Select(r => r.Data));
        Assert.Contains("examples/article-webserver/spec.yaml", Refused.Select(r => r.Data));
    }

    [Theory]
    [MemberData(nameof(Rendered))]
    public void An_examples_output_is_as_committed(string spec)
    {
        if (Updating)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "regenerating is refused in CI: commit what a developer regenerated");
            Assert.Equal(0, Run("generate", spec).Code);
        }

        var check = Run("check", spec);
        Assert.True(check.Code == 0, $"{check.Out}{check.Error}\nif that is meant: {Update}");
    }

    [Theory]
    [MemberData(nameof(Rendered))]
    public void An_example_is_clean(string spec)
    {
        var validate = Run("validate", "--fail-on", "info", spec);
        Assert.True(validate.Code == 0, validate.Out);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_refused_example_says_what_is_committed(string spec)
    {
        var validate = Run("validate", "--verdicts", spec);
        if (Updating)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "regenerating is refused in CI: commit what a developer regenerated");
            File.WriteAllText(Expected(spec), validate.Out);
        }

        Assert.Equal(1, validate.Code);
        Assert.True(File.ReadAllText(Expected(spec)) == validate.Out, $"{validate.Out}\nif that is meant: {Update}");
        Assert.Equal(1, Run("generate", spec).Code);
        Assert.False(Directory.Exists(Path.Combine(Path.GetDirectoryName(Expected(spec))!, "out")));
    }

    [Fact]
    public void The_articles_list_names_each_of_its_traps()
    {
        var output = Run("validate", "examples/article-webserver/spec.yaml").Out;
        foreach (var trap in new[] { "tcp_tw_recycle", "tcp_tw_reuse", "tcp_fin_timeout", "gc_timeout", "ip_local_port_range", "tcp_max_tw_buckets", "tcp_syn_retries" })
        {
            Assert.Contains(trap, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_keepalive_example_says_its_detection_time_in_words() =>
        Assert.Contains("210 s", File.ReadAllText(RepositoryRoot.File("examples", "article-keepalive", "out", "article-keepalive", "sysctl.d", "60-article-keepalive.conf")), StringComparison.Ordinal);

    private static IEnumerable<string> Specs() =>
        Directory.GetDirectories(RepositoryRoot.File("examples"))
            .Select(Path.GetFileName)
            .Where(name => File.Exists(RepositoryRoot.File("examples", name!, "spec.yaml")))
            .Order(StringComparer.Ordinal)
            .Select(name => $"examples/{name}/spec.yaml");

    private static string Expected(string spec) => RepositoryRoot.File(spec.Replace("spec.yaml", "expected.txt", StringComparison.Ordinal));

    private static CliResult Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var input = new MemoryStream();
        var code = CommandLine.Run(args, new Surroundings(output, error, input, RepositoryRoot.Path) { Compile = Compiler.Compile, Today = () => new DateOnly(2026, 11, 22) });
        return new CliResult(code, output.ToString(), error.ToString());
    }
}
