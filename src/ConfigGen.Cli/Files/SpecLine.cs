using System.Text.RegularExpressions;

namespace ConfigGen.Cli.Files;

/// <summary>Tells specs from other YAML without reading more than text: by the line that says the version of the format.</summary>
internal static partial class SpecLine
{
    /// <summary>Whether a line at the left margin reads <c>spec: v1</c>, or names another version. Other formats have a mapping there.</summary>
    public static bool IsIn(string text) => Line().IsMatch(text);

    [GeneratedRegex("""^["']?spec["']?[ \t]*:[ \t]+["']?v[0-9]""", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
