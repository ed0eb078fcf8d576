using ConfigGen.Templating;

namespace ConfigGen.Tests.Templating;

public sealed class WhitespaceTests
{
    [Theory]
    [InlineData("a \n {{ 1 }} \n b", "a \n 1 \n b")]
    [InlineData("a \n {{- 1 -}} \n b", "a1b")]
    [InlineData("a \n {{~ 1 ~}} \n b", "a \n1 b")]
    [InlineData("a {{~ 1 ~}} b", "a1b")]
    [InlineData("a\r\n{{~ if true ~}}\r\nb\r\n{{~ end ~}}\r\nc", "a\r\nb\r\nc")]
    [InlineData("{%{ {{ x }} }%}", " {{ x }} ")]
    [InlineData("{%%{ }%} }%%}", " }%} ")]
    [InlineData("a {%{-x-}%} b", "axb")]
    [InlineData("{{ # comment }}a{{ ## one\ntwo ## 1 }}", "a1")]
    [InlineData("{{ 1 # comment\n 2 }}", "12")]
    [InlineData("{ {x} }", "{ {x} }")]
    [InlineData("{{ {a: {b: 1}}}}", "{a: {b: 1}}")]
    public void Stripping_escaping_and_comments(string template, string expected) => Assert.Equal(expected, template.Render());

    [Theory]
    [InlineData("  {{ \"a\\nb\\n\" }}c", "  a\n  b\nc")]
    [InlineData("x {{ \"a\\nb\" }}", "x a\nb")]
    [InlineData("  {{~ \"a\\nb\" }}", "a\nb")]
    [InlineData("-\n  {{ \"a\\n\\nb\" }}\n-", "-\n  a\n  \n  b\n-")]
    [InlineData("{{ 1 -}}\n  {{ \"a\\nb\" }}", "1a\nb")]
    [InlineData("{{ 1 ~}}\n  {{ \"a\\nb\" }}", "1  a\n  b")]
    [InlineData("{{~ for x in 1..2 ~}}\n  {{ x }} {{ x }}\n{{~ end ~}}\n  .", "  1 1\n  2 2\n  .")]
    public void Output_of_an_indented_block_is_indented(string template, string expected) => Assert.Equal(expected, template.Render());

    /// <summary>An indented block that opens a loop or a condition indents the text inside as well, on top of its own: the language does so,
    /// and a pack avoids it with `{{~`.</summary>
    [Fact]
    public void Text_inside_an_indented_statement_takes_over_its_indentation()
    {
        Assert.Equal("  a1\n    a2\n    .", "  {{ for x in 1..2 -}}\n  a{{ x }}\n  {{ end -}}\n  .".Render());
        Assert.Equal("{\n  x\n  y\n\n}", "{{ func f -}}\nx\ny\n{{ end -}}\n{\n  {{ f }}\n}".Render());
    }

    [Fact]
    public void An_included_template_is_indented_as_a_whole()
    {
        var options = new RenderOptions { Include = name => name == "inner" ? "one\n  {{ \"two\\nthree\" }}\n" : null };
        Assert.Equal("a:\n  one\n    two\n    three\nb", "a:\n  {{ include 'inner' ~}}\nb".Render(options: options));
    }

    [Fact]
    public void A_line_that_only_holds_a_stripped_statement_leaves_no_trace()
    {
        const string Template = """
            list:
              {{~ for item in ["a", "b"] ~}}
              - {{ item }}
              {{~ end ~}}
            end
            """;
        Assert.Equal("list:\n  - a\n  - b\nend", Template.ReplaceLineEndings("\n").Render());
    }
}
