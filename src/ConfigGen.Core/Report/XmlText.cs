using System.Text;

namespace ConfigGen.Core.Report;

/// <summary>Text from files, made safe for XML 1.0.</summary>
internal static class XmlText
{
    /// <summary>One line, for elements and for attributes in double quotes.</summary>
    /// <remarks>
    /// XML 1.0 (section 2.2) forbids most control characters, halves of surrogate pairs, U+FFFE and U+FFFF, and has no way to escape them: they are named,
    /// as they are on a terminal.
    /// </remarks>
    public static string Escape(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var c in Visible.Line(line))
        {
            text.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\ufffe' or '\uffff' => $"&lt;U+{(int)c:X4}&gt;",
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }
}
