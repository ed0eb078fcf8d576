using ConfigGen.Core.Findings;
using ConfigGen.Core.Fixes;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Fixes;

public sealed class FixedTextTests
{
    private static readonly SourceText Source = new("web.yaml", "abcdef");

    [Fact]
    public void Fixes_apply_in_the_order_of_the_text()
    {
        var (text, applied) = FixedText.Of(Source.Text, [Fix("CG2003", 4, 1, ""), Fix("CG2001", 0, 2, "XYZ")]);

        Assert.Equal("XYZcdf", text);
        Assert.Equal(["CG2001", "CG2003"], applied.Select(f => f.Code.Id));
    }

    [Fact]
    public void Of_fixes_that_overlap_the_first_is_applied()
    {
        var (text, applied) = FixedText.Of(Source.Text, [Fix("CG2002", 1, 3, "2"), Fix("CG2001", 0, 2, "1"), Fix("CG2003", 2, 1, "3")]);

        Assert.Equal("13def", text);
        Assert.Equal(["CG2001", "CG2003"], applied.Select(f => f.Code.Id));
    }

    [Fact]
    public void The_same_fix_twice_is_applied_once()
    {
        Assert.Equal("Xbcdef", FixedText.Of(Source.Text, [Fix("CG2001", 0, 1, "X"), Fix("CG2001", 0, 1, "X")]).Text);
        Assert.Equal("+abcdef", FixedText.Of(Source.Text, [Fix("CG2001", 0, 0, "+"), Fix("CG2001", 0, 0, "+")]).Text);
    }

    [Fact]
    public void Suggested_fixes_are_left_to_people() =>
        Assert.Equal("abcdef", FixedText.Of(Source.Text, [Fix("CG2001", 0, 1, "X", isSafe: false), Fix("CG2001", 0, 1, "X") with { Fix = null }]).Text);

    [Theory]
    [InlineData("a:\n  k: 1\n  x: 2\n", "a:\n  x: 2\n")]
    [InlineData("a:\n  x: 2\n  k: 1", "a:\n  x: 2\n")]
    [InlineData("a:\r\n  x: 2\r\n  k: [1, 2] # why\r\n# c\r\nb: 1\r\n", "a:\r\n  x: 2\r\n# c\r\nb: 1\r\n")]
    [InlineData("a:\n  x: 2\n  k:\n    value: 1\n\n    # on it\n    reason: \"#\"\n  # next\n  y: 3\n", "a:\n  x: 2\n  # next\n  y: 3\n")]
    [InlineData("a:\n  x: 2\n  k: {value: \"1\", reason: 'a # b'}\n", "a:\n  x: 2\n")]
    [InlineData("a:\n  k: 1\n", null)]
    [InlineData("a:\n  k: 1\n# x: 2\nb: 3\n", null)]
    [InlineData("a: {k: 1, x: 2}\n", null)]
    [InlineData("a:\n  x: 2\n  k: &one 1\n  y: *one\n", null)]
    [InlineData("a:\n  x: 2\n  k: {value: &one 1}\n", null)]
    [InlineData("a:\n  x: 2\n  k: {value: 1,\n  reason: r}\n", null)]
    [InlineData("a:\n  x: 2\n  k:\n  - 1\n", null)]
    [InlineData("a:\n  x: 2\n  ? k\n  : 1\n", null)]
    public void An_entry_is_deleted_with_its_lines_or_not_at_all(string text, string? expected)
    {
        var source = new SourceText("web.yaml", text);
        var fix = EntryDeletion.Of(source.Span(text.IndexOf('k', StringComparison.Ordinal), 1), isSafe: true);

        Assert.Equal(expected, fix is null ? null : text.Remove(fix.Span.Span.Start, fix.Span.Span.Length));
    }

    private static Finding Fix(string code, int start, int length, string replacement, bool isSafe = true) =>
        Finding.Of(new FindingCode(code, "x", "x", Severity.Info), Source.Span(start, length), code) with { Fix = new Fix(Source.Span(start, length), replacement, "x", isSafe) };
}
