using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>Directives (%YAML, %TAG) before the document: this format has one YAML version and no tags.</summary>
internal static class Directives
{
    /// <summary>Reports each directive and returns the text with them turned into comments of the same length.</summary>
    public static string Check(string text, YamlFindings findings)
    {
        char[]? clean = null;
        for (var start = 0; start < text.Length && IsBeforeContent(text, start); start = NextLine(text, start))
        {
            if (text[start] != '%')
            {
                continue;
            }

            var length = text.AsSpan(start).TrimToLine();
            var name = text.Substring(start, Math.Min(length, 40)).Split(' ', '\t')[0];
            findings.Add(
                InputCodes.Unsupported,
                new TextSpan(start, length),
                $"The directive {name} is not used here: every file is read as YAML 1.2.",
                "remove the line");
            clean ??= text.ToCharArray();
            clean[start] = '#';
        }

        return clean is null ? text : new string(clean);
    }

    private static bool IsBeforeContent(string text, int start)
    {
        var line = text.AsSpan(start).Trim(" \t");
        return line.IsEmpty || line[0] is '#' or '%' or '\r' or '\n';
    }

    private static int NextLine(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : start + length + 1;
    }
}
