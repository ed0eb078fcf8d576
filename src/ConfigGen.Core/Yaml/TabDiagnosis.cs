using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>A tab as indentation, for which the parser gives no place or that of the value before it.</summary>
internal static class TabDiagnosis
{
    /// <summary>The first line after what was read that starts with a tab among its blanks.</summary>
    public static Diagnosis? Find(BrokenYaml broken)
    {
        if (!broken.Says("tab"))
        {
            return null;
        }

        var text = broken.Text;
        for (var line = NextLine(text, broken.Reach); line < text.Length; line = NextLine(text, line))
        {
            var indent = text.AsSpan(line, broken.Indent(line));
            var tab = indent.IndexOf('\t');
            if (tab >= 0)
            {
                return At(text, line + tab);
            }
        }

        return null;
    }

    private static Diagnosis At(string text, int offset)
    {
        var length = text.AsSpan(offset).IndexOfAnyExcept('\t');
        var span = new TextSpan(offset, length < 0 ? text.Length - offset : length);
        return new Diagnosis(span, Indentation.Message, Indentation.Help) { Code = InputCodes.Tab };
    }

    private static int NextLine(string text, int offset) => Math.Min(TextScan.LineEnd(text, offset) + 1, text.Length);
}
