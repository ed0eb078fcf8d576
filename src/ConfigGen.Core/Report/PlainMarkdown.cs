using System.Text;

namespace ConfigGen.Core.Report;

/// <summary>Markdown inside a line, without its marks.</summary>
internal static class PlainMarkdown
{
    /// <summary>Drops emphasis in asterisks and the back ticks of code; a link becomes its text and, behind it, its address.</summary>
    public static string Inline(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '`' && text.IndexOf('`', i + 1) is > 0 and var tick)
            {
                plain.Append(text, i + 1, tick - i - 1);
                i = tick;
            }
            else if (text[i] == '[' && Link(text, i) is { } link)
            {
                plain.Append(link.Text == link.Address ? link.Text : $"{link.Text} ({link.Address})");
                i = link.End;
            }
            else if (text.AsSpan(i).StartsWith("**", StringComparison.Ordinal))
            {
                i++;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static (string Text, string Address, int End)? Link(string text, int start)
    {
        var middle = text.IndexOf("](", start, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : text.IndexOf(')', middle);
        return end < 0 ? null : (text[(start + 1)..middle], text[(middle + 2)..end], end);
    }
}
