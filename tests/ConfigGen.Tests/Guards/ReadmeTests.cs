using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Guards;

/// <summary>What the README shows is true.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(RepositoryRoot.File("README.md"));

    [Fact]
    public void The_spec_on_one_page_compiles_without_a_warning()
    {
        var compilation = Specs.Compile(
            ("specs/web.yaml", Block("yaml")),
            ("base/server.yaml", "spec: v1\nlayer: true\nsysctl: {net.ipv4.tcp_tw_recycle: 1, net.core.somaxconn: 8192}\n"));

        Assert.Empty(compilation.Findings.Where(f => f.Severity > Severity.Info));
        Assert.NotNull(compilation.Plan);
    }

    [Fact]
    public void The_findings_of_the_before_are_the_tools_own()
    {
        var expected = File.ReadAllText(RepositoryRoot.File("examples", "article-webserver", "expected.txt"));
        var shown = Block("console").Split("…\n")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();

        Assert.Equal(8, shown.Count);
        Assert.All(shown, line => Assert.Contains(line + "\n", expected, StringComparison.Ordinal));
    }

    [Fact]
    public void The_after_is_in_the_rendered_fragment()
    {
        var fragment = File.ReadAllText(RepositoryRoot.File("examples", "web-frontend", "out", "web-frontend", "sysctl.d", "60-web-frontend.conf"));
        foreach (var setting in Block("ini").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Contains(setting.TrimEnd('\n') + "\n", fragment, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_link_of_the_documentation_leads_to_a_file()
    {
        string[] pages = ["README.md", "src/README.md", "schemas/catalog/README.md", ".github/CONTRIBUTING.md", .. Examples()];
        var broken =
            from page in pages
            from Match link in Link().Matches(File.ReadAllText(RepositoryRoot.File(page)))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
            where !Path.Exists(Path.Combine(RepositoryRoot.Path, Path.GetDirectoryName(page)!, target))
            select $"{page}: {target}";

        Assert.Empty(broken);
    }

    private static IEnumerable<string> Examples() =>
        Directory.EnumerateFiles(RepositoryRoot.File("examples"), "README.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(RepositoryRoot.Path, f));

    private static string Block(string language)
    {
        var start = Text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Text[start..Text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
