using System.Text;

namespace ConfigGen.Core.Report;

/// <summary>Text from files, made safe for the cell of a table in GitHub's and GitLab's Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>Ends a word for what forges look for in finished text: mentions, references to issues, addresses.</summary>
    private const string Break = "<!-- -->";

    /// <summary>The text as one line in which nothing is markup, a link, a mention or the end of the cell.</summary>
    public static string Cell(string text)
    {
        var cell = new StringBuilder(text.Length + 16);
        var line = Visible.Line(text);
        for (var i = 0; i < line.Length; i++)
        {
            cell.Append(line[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\\' or '`' or '|' or '*' or '_' or '[' or ']' or '~' or '$' or '!' => $"\\{line[i]}",
                '@' or '#' => line[i] + Break,
                ':' when StartsAt(line, i + 1, "//") => "\\:",
                '.' when StartsAt(line, i - 3, "www") => "\\.",
                var c => c.ToString(),
            });
        }

        return cell.ToString();
    }

    private static bool StartsAt(string line, int index, string word) => index >= 0 && line.AsSpan(index).StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
