using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>Template expressions of other tools, written without quotes.</summary>
internal static class Templates
{
    // Also keeps a line of a megabyte from being searched once per expression.
    private const int LongestShown = 80;

    /// <summary>Reports the expression that opens at <paramref name="offset"/>.</summary>
    public static void Report(string text, int offset, YamlFindings findings)
    {
        var line = text.AsSpan(offset, Math.Min(LongestShown, text.Length - offset));
        var end = line.IndexOfAny('\n', '\r');
        line = end < 0 ? line : line[..end];
        var close = line.IndexOf(line.StartsWith("{%") ? "%}" : "}}");
        var length = close < 0 ? line.TrimEnd(" \t").Length : close + 2;
        var written = line[..length].ToString();
        findings.Add(
            InputCodes.Unsupported,
            new TextSpan(offset, length),
            $"'{written}' is a template expression; a spec is not a template.",
            $"write the value itself; to keep the text, quote it: \"{written}\"");
    }
}
