using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ConfigGen.Core.Render;

/// <summary>Makes what people write safe and readable as comment lines.</summary>
internal static class CommentText
{
    /// <summary>Room for the text of a comment: "# " and the text stay within 100 columns.</summary>
    public const int Width = 98;

    /// <summary>One line: control, format and separator characters become blanks, and runs of blanks one.</summary>
    /// <remarks>Format characters go as well: a right-to-left override shows a reviewer another text than the one that is there.</remarks>
    public static string OneLine(string text)
    {
        if (IsOneLine(text))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBlank(rune))
            {
                line.Append(rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>Lines of at most <paramref name="width"/> characters, broken at blanks; a longer word stays whole.</summary>
    public static ImmutableArray<string> Wrap(string text, int width = Width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = new StringBuilder();
        foreach (var word in OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
        {
            lines.Add(line.ToString());
        }

        return lines.ToImmutable();
    }

    // Nearly every text is plain already; then there is nothing to copy.
    private static bool IsOneLine(string text)
    {
        var last = ' ';
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || (c == ' ' && last == ' '))
            {
                return false;
            }

            last = c;
        }

        return text.Length == 0 || last != ' ';
    }

    private static bool IsBlank(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
