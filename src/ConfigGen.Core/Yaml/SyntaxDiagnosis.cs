using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>What is wrong, where, and what to write instead.</summary>
internal sealed record Diagnosis(TextSpan Span, string Message, string Help)
{
    /// <summary>Broken YAML unless said otherwise.</summary>
    public FindingCode Code { get; init; } = InputCodes.Syntax;

    /// <summary>A second place, or null.</summary>
    public RelatedSpan? Related { get; init; }
}

/// <summary>Says in human words why a file does not parse: the parser gives the place, the text around it the reason.</summary>
internal static class SyntaxDiagnosis
{
    /// <summary>Adds the one finding that explains the failure, unless its line has one already that does.</summary>
    public static void Report(BrokenYaml broken, YamlFindings findings)
    {
        var found = Find(broken);
        if (!findings.CoverLineOf(found.Span.Start))
        {
            findings.Add(found.Code, found.Span, found.Message, found.Help, found.Related);
        }
    }

    private static Diagnosis Find(BrokenYaml broken) =>
        TabDiagnosis.Find(broken)
        ?? QuoteDiagnosis.Find(broken)
        ?? FlowDiagnosis.Find(broken)
        ?? TokenDiagnosis.Find(broken)
        ?? LineDiagnosis.Find(broken)
        ?? new Diagnosis(
            broken.Rest(Math.Max(broken.At, broken.Reach)),
            "The YAML cannot be understood here.",
            "check indentation, quotes and brackets on this line and the one before it");
}
