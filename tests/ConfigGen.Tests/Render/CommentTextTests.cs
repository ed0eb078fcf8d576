using ConfigGen.Core.Render;

namespace ConfigGen.Tests.Render;

public class CommentTextTests
{
    [Theory]
    [InlineData("one line", "one line")]
    [InlineData("  two \n\t lines \r\n", "two lines")]
    [InlineData("bell\u0007 escape\u001b[31m", "bell escape [31m")]
    [InlineData("next\u0085line\u2028separator", "next line separator")]
    [InlineData("right\u202Eto left", "right to left")]
    [InlineData("\n\n", "")]
    [InlineData("größer als × 文", "größer als × 文")]
    public void A_comment_is_one_line_without_control_characters(string text, string expected) =>
        Assert.Equal(expected, CommentText.OneLine(text));

    [Fact]
    public void A_lone_surrogate_does_not_reach_a_file() =>
        Assert.Equal("a\uFFFDb", CommentText.OneLine("a\uD800b"));

    [Fact]
    public void Long_text_is_broken_at_blanks()
    {
        var words = string.Join(' ', Enumerable.Repeat("123456789", 20));
        var nine = string.Join(' ', Enumerable.Repeat("123456789", 9));
        Assert.Equal([nine, nine, "123456789 123456789"], CommentText.Wrap(words));
    }

    [Fact]
    public void A_line_of_exactly_the_width_stays_whole()
    {
        var exact = new string('a', 49) + " " + new string('b', 48);
        Assert.Equal([exact], CommentText.Wrap(exact));
        Assert.Equal([new string('a', 49), new string('b', 49)], CommentText.Wrap(exact + "b"));
    }

    [Fact]
    public void A_word_longer_than_a_line_stays_whole()
    {
        var address = "https://example.org/" + new string('x', 120);
        Assert.Equal(["see", address, "there"], CommentText.Wrap($"see {address} there"));
    }
}
