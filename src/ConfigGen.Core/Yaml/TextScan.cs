using System.Buffers;

namespace ConfigGen.Core.Yaml;

/// <summary>Small steps over YAML text, used to place spans and to describe what is wrong.</summary>
internal static class TextScan
{
    private static readonly SearchValues<char> PropertyEnds = SearchValues.Create(" \t\r\n,[]{}");

    /// <summary>Length of the line at the start of <paramref name="text"/>, without its break and trailing blanks.</summary>
    public static int TrimToLine(this ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\n', '\r');
        return (end < 0 ? text : text[..end]).TrimEnd(" \t").Length;
    }

    /// <summary>True for a blank, a tab or a line break.</summary>
    public static bool IsWhite(char c) => c is ' ' or '\t' or '\n' or '\r';

    /// <summary>The offset of the line that <paramref name="offset"/> is on.</summary>
    public static int LineStart(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is not ('\n' or '\r'))
        {
            offset--;
        }

        return offset;
    }

    /// <summary>The offset of the line break that ends the line of <paramref name="offset"/>, or the end of the text.</summary>
    public static int LineEnd(string text, int offset)
    {
        var length = text.AsSpan(offset).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : offset + length;
    }

    /// <summary>The first offset from <paramref name="from"/> on that is neither white nor in a comment, at most <paramref name="end"/>.</summary>
    public static int SkipBlanks(string text, int from, int end)
    {
        while (from < end)
        {
            if (IsComment(text, from))
            {
                from = LineEnd(text, from);
            }
            else if (IsWhite(text[from]))
            {
                from++;
            }
            else
            {
                break;
            }
        }

        return Math.Min(from, end);
    }

    /// <summary>True when a comment starts at <paramref name="offset"/>.</summary>
    public static bool IsComment(string text, int offset) => text[offset] == '#' && (offset == 0 || IsWhite(text[offset - 1]));

    /// <summary>The length of the anchor or tag at <paramref name="offset"/>.</summary>
    public static int PropertyLength(string text, int offset)
    {
        var rest = text.AsSpan(offset);
        if (rest.StartsWith("!<"))
        {
            return rest.IndexOf('>') + 1;
        }

        var length = rest.IndexOfAny(PropertyEnds);
        return length < 0 ? rest.Length : length;
    }
}
