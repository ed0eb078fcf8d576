using System.Text;

namespace ConfigGen.Core.Report;

/// <summary>Text from files and arguments, made safe for a terminal.</summary>
public static class Visible
{
    /// <summary>The text with everything that a terminal would act on, or hide, made visible. Also line breaks: the result is one line.</summary>
    public static string Line(string text)
    {
        if (text.All(c => c is >= ' ' and < '\u007f'))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var glyph in Glyph.Read(text, 0, text.Length))
        {
            visible.Append(text[glyph.Offset] == '\t' ? "\u2409" : glyph.Text);
        }

        return visible.ToString();
    }
}
