using ConfigGen.Core.Report;

namespace ConfigGen.Tests.Report;

public sealed class CodePageTests
{
    [Fact]
    public void A_page_is_readable_without_markdown()
    {
        const string Markdown =
            """
            # CG2999 a-name

            The first `sentence`
            goes **on** here.

            ## Bad

            ```yaml
            spec: v1

            a: [1]  # `kept`
            ```

            - one [manual](https://example.org/a_b)
            - <https://example.org>
            * two words

            | a | `b` |
            |---|---|
            """;

        Assert.Equal(
            """
            CG2999 a-name
            =============

            The first sentence goes on here.

            Bad
            ---

                spec: v1

                a: [1]  # `kept`

            - one manual (https://example.org/a_b)
            - <https://example.org>
            * two words

            | a | b |
            |---|---|

            """,
            new CodePage("CG2999", Markdown).ToText());
    }

    [Theory]
    [InlineData("CG2001", true)]
    [InlineData("cg2001", true)]
    [InlineData("CG", false)]
    [InlineData("cgroup.x", false)]
    [InlineData("net.core.somaxconn", false)]
    public void A_code_is_told_from_a_key(string text, bool isCode) => Assert.Equal(isCode, CodePages.IsCode(text));

    [Fact]
    public void A_page_is_found_in_any_case_and_an_unknown_one_is_not()
    {
        Assert.StartsWith("# CG2001 ", CodePages.Find("cg2001")!.Markdown, StringComparison.Ordinal);
        Assert.Null(CodePages.Find("CG9999"));
    }
}
