using System.Text.RegularExpressions;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Options of a task in one text: <c>sysctl: name=vm.swappiness value=10</c>.</summary>
internal static partial class AnsibleOptions
{
    /// <summary>The same as a mapping, every part of it at the place of the text.</summary>
    public static YamlMapping Of(YamlScalar text) => new(text.Span, [.. Option().Matches(text.Value).Select(m => new YamlEntry(Scalar(text, m.Groups["name"].Value), Scalar(text, Unquoted(m.Groups["value"].Value))))]);

    private static YamlScalar Scalar(YamlScalar text, string value) => new(text.Span, value, YamlStyle.Quoted, YamlKind.Text);

    private static string Unquoted(string value) => value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;

    [GeneratedRegex("""(^|[ \t])(?<name>[a-z_]+)=(?<value>"[^"]*"|'[^']*'|\{\{[^}]*\}\}|[^ \t]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Option();
}
