using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>Tabs where YAML wants spaces.</summary>
internal static class Indentation
{
    /// <summary>What is wrong with a tab.</summary>
    public const string Message = "A tab is used as indentation; YAML allows only spaces there.";

    /// <summary>What to do about it.</summary>
    public const string Help = "replace it by spaces, two per level";

    /// <summary>Reports the run of tabs at <paramref name="offset"/>.</summary>
    public static void ReportTab(string text, int offset, YamlFindings findings)
    {
        var length = text.AsSpan(offset).IndexOfAnyExcept('\t');
        findings.Add(InputCodes.Tab, new TextSpan(offset, length < 0 ? text.Length - offset : length), Message, Help);
    }
}
