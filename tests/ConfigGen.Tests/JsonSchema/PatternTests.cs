using System.Text.Json;

namespace ConfigGen.Tests.JsonSchema;

/// <summary>Patterns mean what ECMA-262 says with the u flag, and not what .NET says.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData(@"^\d+$", "42", true)]
    [InlineData(@"^\d$", "\u09EA", false)]
    [InlineData(@"^\w$", "\u00E9", false)]
    [InlineData(@"^\s$", "\uFEFF", true)]
    [InlineData(@"^\s$", "\u0085", false)]
    [InlineData(@"^[\s\d]$", "\u3000", true)]
    [InlineData(@"^[^\D]$", "7", true)]
    [InlineData(@"a$", "a\n", false)]
    [InlineData(@"^.$", "\r", false)]
    [InlineData(@"^.$", "\U0001F427", true)]
    [InlineData(@"^..$", "\U0001F427", false)]
    [InlineData(@"^[^a]$", "\U0001F427", true)]
    [InlineData("^\U0001F427{2}$", "\U0001F427\U0001F427", true)]
    [InlineData("^[\U0001F400-\U0001F4FF]$", "\U0001F427", true)]
    [InlineData("^[\U0001F428-\U0001F4FF]$", "\U0001F427", false)]
    [InlineData(@"^\u{1F427}$", "\U0001F427", true)]
    [InlineData(@"^\uD83D\uDC27$", "\U0001F427", true)]
    [InlineData(@"^\p{Lu}\P{Lu}$", "Ab", true)]
    [InlineData(@"^\p{L}$", "\U00010400", true)]
    [InlineData(@"^[\p{General_Category=Decimal_Number}x]+$", "\u09EAx", true)]
    [InlineData(@"\bnet\b", "the net.", true)]
    [InlineData(@"\bnet\b", "netz", false)]
    [InlineData(@"\bnet\b", "\u00E9net\u00E9", true)]
    [InlineData(@"^(?<y>a)\k<y>$", "aa", true)]
    [InlineData(@"^(a)|\1b$", "b", true)]
    [InlineData(@"^(?:(?<x>a)|(b))\2$", "bb", true)]
    [InlineData(@"^(?=.*\d)(?!.* ).{3}$", "a1b", true)]
    [InlineData(@"(?<=\$)\d", "$5", true)]
    [InlineData(@"^a{2,3}?$", "aaa", true)]
    [InlineData(@"^a{,3}$", "a{,3}", true)]
    [InlineData(@"^\/\-\.$", "/-.", true)]
    [InlineData(@"^[a\-z]$", "-", true)]
    [InlineData(@"^[a-]$", "-", true)]
    [InlineData(@"^[]$", "a", false)]
    [InlineData(@"^[^]$", "\n", true)]
    [InlineData(@"^#x y$", "#x y", true)]
    [InlineData(@"^\cJ$", "\n", true)]
    [InlineData(@"^\x41\0$", "A\0", true)]
    [InlineData("", "anything", true)]
    [InlineData("^[0-9]{2,3}$", "1234", false)]
    [InlineData("^[0-9]{2,3}$", "12", true)]
    [InlineData("^[0-9]{2,}%?$", "123%", true)]
    [InlineData("^[0-9]{2}", "123", true)]
    [InlineData("^a*a$", "aaa", true)]
    [InlineData("^a?b*a$", "a", true)]
    [InlineData("^a?b*a$", "bb", false)]
    [InlineData(@"^[a-z0-9_.-]+\.socket$", "a.b.socket", true)]
    [InlineData(@"^[\]a-]+$", "]-a", true)]
    [InlineData("^a+$", "aa\n", false)]
    [InlineData("^a{0}b$", "b", true)]
    public void A_text_matches_or_not(string pattern, string text, bool matches)
    {
        string schema = $$"""{"pattern": {{Quote(pattern)}}}""";
        Assert.Equal(matches, SchemaRun.Validate(schema, Quote(text)).IsEmpty);
    }

    [Theory]
    [InlineData("a**", "nothing for '*' to repeat (at character 3)")]
    [InlineData("a)", "')' closes nothing (at character 2)")]
    [InlineData("(?i)a", "'(?' is followed by something unknown (at character 3)")]
    [InlineData("a{3,2}", "the numbers of the quantifier are out of order (at character 7)")]
    [InlineData("[z-a]", "the ends of a range are out of order (at character 5)")]
    [InlineData(@"[\d-z]", "a range needs a single character at both ends (at character 6)")]
    [InlineData(@"\a", "an unknown escape (at character 3)")]
    [InlineData(@"\1", "a reference to a group that does not exist (at character 3)")]
    [InlineData(@"\k<x>", "a reference to a group that does not exist (at character 6)")]
    [InlineData(@"\x4", "'\\x' needs two hexadecimal digits (at character 3)")]
    [InlineData(@"\u{110000}", "'\\u{}' needs the hexadecimal number of a code point (at character 11)")]
    [InlineData(@"\p{Greek}", "the Unicode property \"Greek\" is not known; general categories are (at character 10)")]
    [InlineData("\\", "an unknown escape (at character 2)")]
    public void A_pattern_that_means_nothing_is_a_problem(string pattern, string error) =>
        Assert.Equal([$"/pattern: \"{pattern}\" is not a regular expression: {error}"], SchemaRun.Problems($$"""{"pattern": {{Quote(pattern)}}}"""));

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
