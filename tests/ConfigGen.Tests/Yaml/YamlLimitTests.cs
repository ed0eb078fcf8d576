using System.Diagnostics;
using System.Text;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Yaml;

/// <summary>A hostile file at the cap costs little time and memory and ends in a finding.</summary>
public sealed class YamlLimitTests
{
    private const int Cap = 1 << 20;

    [Theory]
    [InlineData("[", "CG0009")]
    [InlineData("{", "CG0009")]
    [InlineData("{a: ", "CG0009")]
    [InlineData("[\n ", "CG0009")]
    [InlineData("- ", "CG0009")]
    [InlineData("? ", "CG0009")]
    [InlineData("- a\n", "CG0009")]
    [InlineData("a:\n", "CG0006")]
    [InlineData("? a\n", "CG0006")]
    [InlineData("- *a\n", "CG0008")]
    [InlineData("- &a x\n", "CG0008")]
    [InlineData("- !x y\n", "CG0011")]
    [InlineData("%Y\n", "CG0011")]
    [InlineData("\0", "CG0012")]
    [InlineData("\0a\n", "CG0012")]
    [InlineData("#c\n", "CG0010")]
    [InlineData("\n", "CG0010")]
    [InlineData("---\n", "CG0010")]
    [InlineData("\t", "CG0010")]
    [InlineData("]", "CG0005")]
    [InlineData(":", "CG0005")]
    [InlineData("a: ", "CG0005")]
    [InlineData("\"", "CG0005")]
    [InlineData("&a ", "CG0005")]
    public void One_fragment_over_and_over_is_refused_fast(string fragment, string code)
    {
        var text = Repeat(fragment);
        var (document, time) = Measure(text);
        Assert.Equal(code, document.Findings[0].Code.Id);
        Assert.InRange(document.Findings.Length, 1, 1000);
        Assert.True(time < HangGuard.Limit, $"{time} for {fragment}");
    }

    [Fact]
    public void Ten_thousand_levels_of_indentation_are_refused()
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < Cap; i++)
        {
            text.Append(' ', i).Append("a:\n");
        }

        var finding = Assert.Single(Measure(text.ToString()).Document.Findings);
        Assert.Equal("s.yaml:65:65 CG0009", $"{finding.Span} {finding.Code}");
    }

    [Fact]
    public void Sixty_four_levels_are_accepted_and_one_more_is_not()
    {
        Assert.Empty(Read(new string('[', 64) + new string(']', 64)).Findings);
        Assert.Equal("CG0009", Assert.Single(Read(new string('[', 65) + new string(']', 65)).Findings).Code.Id);
    }

    [Fact]
    public void An_alias_bomb_is_counted_not_expanded()
    {
        var text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        }

        var finding = Assert.Single(Read(text.ToString()).Findings);
        Assert.Equal("CG0008 With the alias '*a4' the file expands to more than 100,000 keys and values.", $"{finding.Code} {finding.Message}");
    }

    [Fact]
    public void Aliases_cannot_nest_what_may_not_be_nested()
    {
        var text = new StringBuilder("- &a0 [x]\n");
        for (var i = 1; i < 100; i++)
        {
            text.Append($"- &a{i} [*a{i - 1}]\n");
        }

        Assert.Equal("CG0008", Assert.Single(Read(text.ToString()).Findings).Code.Id);
    }

    [Fact]
    public void Many_keys_below_the_limit_are_read()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 49_000; i++)
        {
            text.Append($"k{i}: 1\n");
        }

        var (document, time) = Measure(text.ToString());
        Assert.Empty(document.Findings);
        Assert.Equal(49_000, ((YamlMapping)document.Root!).Entries.Length);
        Assert.True(time < HangGuard.Limit, $"{time}");
    }

    [Theory]
    [InlineData("#c\n", 349_526)]
    [InlineData(":", 0)]
    [InlineData("[", 0)]
    [InlineData("\"", 0)]
    public void Comments_of_a_hostile_file_come_fast(string fragment, int count)
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(count, YamlReader.Comments(new SourceText("s.yaml", Repeat(fragment))).Length);
        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");
    }

    private static string Repeat(string fragment) => string.Concat(Enumerable.Repeat(fragment, (Cap / fragment.Length) + 1))[..Cap];

    private static YamlDocument Read(string text) => YamlReader.Read(new SourceText("s.yaml", text));

    private static (YamlDocument Document, TimeSpan Time) Measure(string text)
    {
        var watch = Stopwatch.StartNew();
        return (Read(text), watch.Elapsed);
    }
}
