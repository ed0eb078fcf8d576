using System.Globalization;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Import.Readers;

/// <summary>What a scalar is to Ansible, whose YAML is version 1.1: yes and 0o17 are not what they are in 1.2.</summary>
internal static class AnsibleValue
{
    private static readonly string[] True = ["yes", "on", "true"];

    private static readonly string[] False = ["no", "off", "false"];

    /// <summary>What the module writes to the file: the text; 1 and 0 for booleans, plain octals and underscores as numbers.</summary>
    public static string Of(YamlScalar scalar)
    {
        var text = scalar.Value;
        var word = text.ToLowerInvariant();
        if (True.Contains(word, StringComparer.Ordinal) || False.Contains(word, StringComparer.Ordinal))
        {
            // The module writes 1 and 0 for booleans, in quotes as well (_parse_value of its source).
            return True.Contains(word, StringComparer.Ordinal) ? "1" : "0";
        }

        return scalar.Style != YamlStyle.Plain ? text
            : scalar.Kind == YamlKind.Null ? ""
            : text.Length > 1 && text[0] == '0' && text.All(c => c is >= '0' and <= '7') && text.Length < 20 ? text.Aggregate(0L, (sum, c) => (sum * 8) + (c - '0')).ToString(CultureInfo.InvariantCulture)
            : char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiDigit(c) || c == '_') ? text.Replace("_", "", StringComparison.Ordinal)
            : text;
    }
}
