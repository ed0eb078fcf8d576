using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Tests.Yaml;

/// <summary>The pages of the YAML findings: their bad example fires their code and nothing else, their good one fires nothing.</summary>
public sealed class YamlPageTests
{
    [Theory]
    [InlineData("CG0005")]
    [InlineData("CG0006")]
    [InlineData("CG0007")]
    [InlineData("CG0008")]
    [InlineData("CG0009")]
    [InlineData("CG0010")]
    [InlineData("CG0011")]
    [InlineData("CG0012")]
    public void The_examples_of_a_page_are_true(string code)
    {
        var page = Page(code);
        var bad = Read(Example(page, "## Bad"));
        Assert.Equal([code], bad.Findings.Select(f => f.Code.Id));
        Assert.StartsWith($"# {code} {bad.Findings[0].Code.Name}\n\n{bad.Findings[0].Code.Title}.\n", page, StringComparison.Ordinal);
        Assert.Empty(Read(Example(page, "## Good")).Findings);
    }

    private static string Page(string code)
    {
        using var stream = typeof(InputCodes).Assembly.GetManifestResourceStream($"pages/{code}.md");
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Example(string page, string heading)
    {
        const string Fence = "```yaml\n";
        var start = page.IndexOf(Fence, page.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + Fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static YamlDocument Read(string text) => YamlReader.Read(new SourceText("s.yaml", text));
}
