using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Tests.Yaml;

/// <summary>The text of a span is the source of the node, whatever the style.</summary>
public sealed class YamlSpanTests
{
    [Theory]
    [InlineData("a: 1\nb: 2\n", "b", "2")]
    [InlineData("a: x y  # c\n", "a", "x y")]
    [InlineData("a: x#y\n", "a", "x#y")]
    [InlineData("a: 'x''y'\n", "a", "'x''y'")]
    [InlineData("a: \"x\\ny\" # c\n", "a", "\"x\\ny\"")]
    [InlineData("a: one\n  two\n\nb: 1\n", "a", "one\n  two")]
    [InlineData("a: |\n  x\n\n  y\n\n# c\nb: 1", "a", "|\n  x\n\n  y")]
    [InlineData("a: |+\n  x\n\n\nb: 1\n", "a", "|+\n  x")]
    [InlineData("a: >-  # c\n  x\nb: 1\n", "a", ">-  # c\n  x")]
    [InlineData("a: |\nb: 1\n", "a", "|")]
    [InlineData("a: [1, [2, 3], {b: c}] # c\n", "a", "[1, [2, 3], {b: c}]")]
    [InlineData("a: [\n  1, # one\n]\nb: 1\n", "a", "[\n  1, # one\n]")]
    [InlineData("a: {}\n", "a", "{}")]
    [InlineData("a:\n  - b\n  - c: 1\n    d:\n# e\nf: 1\n", "a", "- b\n  - c: 1\n    d:")]
    [InlineData("a:\n- b\n- c\nd: 1\n", "a", "- b\n- c")]
    [InlineData("a:\n  # c\n\n  b: 1 # d\n  # e\nf: 1\n", "a", "b: 1")]
    [InlineData("a: &x !!seq [1]\n", "a", "[1]")]
    [InlineData("a: &x 1\n", "a", "1")]
    [InlineData("a: !!str\n  1\n", "a", "1")]
    [InlineData("a: [b: c, d]\n", "a", "[b: c, d]")]
    [InlineData("a:\r\n  é😀: \"x😀\"\r\n  c: |\r\n    l1\r\n    l2\r\nd: e\r\n", "a", "é😀: \"x😀\"\r\n  c: |\r\n    l1\r\n    l2")]
    [InlineData("😀: 日本 # c\r\nb: 1\r\n", "😀", "日本")]
    [InlineData("a: 1]\n", "a", "1]")]
    [InlineData("a:\n", "a", "")]
    public void A_value_is_where_its_text_is(string yaml, string key, string expected)
    {
        var root = Assert.IsType<YamlMapping>(Parse(yaml));
        Assert.Equal(expected, root[key]!.Span.Text);
    }

    [Theory]
    [InlineData("{a: , b}", "a", 3)]
    [InlineData("{a: , b}", "b", 7)]
    [InlineData("a:\n  # c\nb: 1\n", "a", 2)]
    [InlineData("a: &x # c\nb: 1\n", "a", 5)]
    [InlineData("? a\n? b\n", "a", 3)]
    public void An_empty_value_stands_after_what_announces_it(string yaml, string key, int offset)
    {
        var root = Assert.IsType<YamlMapping>(Parse(yaml));
        Assert.Equal(new TextSpan(offset, 0), root[key]!.Span.Span);
    }

    [Fact]
    public void Keys_and_pairs_have_their_own_places()
    {
        var root = Assert.IsType<YamlMapping>(Parse("'a b': 1\n\"c\": [d: e, ? f]\n? g\n: 2\n"));
        Assert.Equal(["'a b'", "\"c\"", "g"], root.Entries.Select(e => e.Key.Span.Text));
        Assert.Equal(["a b", "c", "g"], root.Entries.Select(e => e.Key.Value));
        var list = Assert.IsType<YamlSequence>(root["c"]);
        Assert.Equal(["d: e", "? f"], list.Items.Select(i => i.Span.Text));
    }

    [Fact]
    public void The_root_spans_from_its_first_to_its_last_character() =>
        Assert.Equal("a: 1\nb: [c]", Parse("# x\n---\na: 1\nb: [c]  # y\n\n...\n").Span.Text);

    [Fact]
    public void Nested_lists_span_their_items()
    {
        var root = Assert.IsType<YamlSequence>(Parse("- - a\n  - b\n-\n  c: 1\n"));
        Assert.Equal(["- a\n  - b", "c: 1"], root.Items.Select(i => i.Span.Text));
    }

    [Fact]
    public void An_alias_shares_the_node_and_a_key_keeps_its_place()
    {
        var root = Assert.IsType<YamlMapping>(Parse("a: &x b\nc: *x\n*x : d\n"));
        Assert.Same(root["a"], root["c"]);
        Assert.Equal("*x", root.Find("b")!.Key.Span.Text);
    }

    private static YamlNode Parse(string yaml)
    {
        var document = YamlReader.Read(new SourceText("s.yaml", yaml));
        Assert.Empty(document.Findings);
        return document.Root!;
    }
}
