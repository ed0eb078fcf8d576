using System.Text;

namespace ConfigGen.Core.Report;

/// <summary>Prose on a screen.</summary>
internal static class Wrap
{
    /// <summary>Columns of a page.</summary>
    public const int Width = 96;

    /// <summary>Words in lines of at most <see cref="Width"/>, every line but the first indented.</summary>
    public static string Lines(string text, string first, int indent)
    {
        var result = new StringBuilder(first);
        var column = first.Length;
        var atStart = true;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Visible.Line))
        {
            if (!atStart && column + 1 + word.Length > Width)
            {
                result.Append('\n').Append(' ', indent);
                column = indent;
                atStart = true;
            }

            result.Append(atStart ? "" : " ").Append(word);
            column += word.Length + (atStart ? 0 : 1);
            atStart = false;
        }

        return result.Append('\n').ToString();
    }
}
