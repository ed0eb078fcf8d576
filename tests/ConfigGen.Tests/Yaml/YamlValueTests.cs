using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Tests.Yaml;

/// <summary>Values and kinds as the YAML 1.2 core schema has them.</summary>
public sealed class YamlValueTests
{
    [Theory]
    [InlineData("~", YamlKind.Null)]
    [InlineData("null", YamlKind.Null)]
    [InlineData("NULL", YamlKind.Null)]
    [InlineData("nULL", YamlKind.Text)]
    [InlineData("true", YamlKind.Boolean)]
    [InlineData("FALSE", YamlKind.Boolean)]
    [InlineData("yes", YamlKind.Text)]
    [InlineData("no", YamlKind.Text)]
    [InlineData("on", YamlKind.Text)]
    [InlineData("off", YamlKind.Text)]
    [InlineData("0", YamlKind.Integer)]
    [InlineData("010", YamlKind.Integer)]
    [InlineData("-5", YamlKind.Integer)]
    [InlineData("+5", YamlKind.Integer)]
    [InlineData("0x1F", YamlKind.Integer)]
    [InlineData("0o17", YamlKind.Integer)]
    [InlineData("0o18", YamlKind.Text)]
    [InlineData("0x", YamlKind.Text)]
    [InlineData("-0x1", YamlKind.Text)]
    [InlineData("0b11", YamlKind.Text)]
    [InlineData("1_000", YamlKind.Text)]
    [InlineData("12:30:45", YamlKind.Text)]
    [InlineData("1.5", YamlKind.Float)]
    [InlineData("1.", YamlKind.Float)]
    [InlineData(".5", YamlKind.Float)]
    [InlineData("1e3", YamlKind.Float)]
    [InlineData("-1.5E-3", YamlKind.Float)]
    [InlineData(".inf", YamlKind.Float)]
    [InlineData("-.INF", YamlKind.Float)]
    [InlineData(".nan", YamlKind.Float)]
    [InlineData("-.nan", YamlKind.Text)]
    [InlineData(".", YamlKind.Text)]
    [InlineData("+", YamlKind.Text)]
    [InlineData("-.", YamlKind.Text)]
    [InlineData("1e", YamlKind.Text)]
    [InlineData("1.2.3", YamlKind.Text)]
    [InlineData("16M", YamlKind.Text)]
    [InlineData("١٢", YamlKind.Text)]
    public void A_plain_scalar_keeps_its_text_and_gets_its_kind(string text, YamlKind kind)
    {
        var scalar = Value($"a: {text}\n");
        Assert.Equal((text, YamlStyle.Plain, kind), (scalar.Value, scalar.Style, scalar.Kind));
    }

    [Theory]
    [InlineData("a: '1'\n", "1", YamlStyle.Quoted)]
    [InlineData("a: \"tr\\u0075e\"\n", "true", YamlStyle.Quoted)]
    [InlineData("a: |\n  1\n", "1\n", YamlStyle.Block)]
    [InlineData("a: >-\n  x\n  y\n\n  z\n", "x y\nz", YamlStyle.Block)]
    [InlineData("a: !!str 1\n", "1", YamlStyle.Plain)]
    [InlineData("a: ! 1\n", "1", YamlStyle.Plain)]
    [InlineData("a: x\n  y\n", "x y", YamlStyle.Plain)]
    [InlineData("a: \"tab\\there\\nnext\"\n", "tab\there\nnext", YamlStyle.Quoted)]
    public void Everything_else_is_text(string yaml, string value, YamlStyle style)
    {
        var scalar = Value(yaml);
        Assert.Equal((value, style, YamlKind.Text), (scalar.Value, scalar.Style, scalar.Kind));
    }

    [Theory]
    [InlineData("!!int 3", YamlKind.Integer)]
    [InlineData("!!float 3", YamlKind.Float)]
    [InlineData("!!int '3'", YamlKind.Integer)]
    [InlineData("!!null ''", YamlKind.Null)]
    [InlineData("!!bool true", YamlKind.Boolean)]
    [InlineData("!!float 1.5", YamlKind.Float)]
    public void A_core_tag_that_fits_decides(string text, YamlKind kind) => Assert.Equal(kind, Value($"a: {text}\n").Kind);

    [Fact]
    public void Keys_that_look_like_numbers_are_their_text()
    {
        var root = (YamlMapping)YamlReader.Read(new SourceText("s.yaml", "1: a\ntrue: b\n010: c\n~: d\n1.5: e\n")).Root!;
        Assert.Equal(["1", "true", "010", "~", "1.5"], root.Entries.Select(e => e.Key.Value));
    }

    [Fact]
    public void Comments_come_with_their_places()
    {
        var source = new SourceText("s.yaml", "# first\na: 1 #two \r\nb: \"# no\" # é😀\nc: |\n  # no\n#\n# last");
        var comments = YamlReader.Comments(source);
        Assert.Equal(["first", "two", "é😀", "", "last"], comments.Select(c => c.Text));
        Assert.Equal(["# first", "#two", "# é😀", "#", "# last"], comments.Select(c => c.Span.Text));
        Assert.Equal(["1:1", "2:6", "3:11", "6:1", "7:1"], comments.Select(c => $"{c.Span.Start.Line}:{c.Span.Start.Column}"));
    }

    private static YamlScalar Value(string yaml)
    {
        var document = YamlReader.Read(new SourceText("s.yaml", yaml));
        Assert.Empty(document.Findings);
        return Assert.IsType<YamlScalar>(((YamlMapping)document.Root!)["a"]);
    }
}
