using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Report;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Report;

/// <summary>Findings that a test makes itself.</summary>
internal static class Runs
{
    /// <summary>A code without a page.</summary>
    public static readonly FindingCode Code = new("CG2999", "a-name", "A title", Severity.Error);

    public static RunFindings Of(params Finding[] findings) => new(findings, [], [], path => path);

    public static RunFindings Accepting(Finding finding, string reason) =>
        new([], [new AcceptedFinding(finding, Ignore(finding, reason))], [], path => path);

    /// <summary>A finding at the first occurrence of a word.</summary>
    public static Finding At(SourceText text, string word, string message) =>
        Finding.Of(Code, text.Span(text.Text.IndexOf(word, StringComparison.Ordinal), word.Length), message);

    private static IgnoreEntry Ignore(Finding finding, string reason) =>
        new(new Located<string>(finding.Code.Id, finding.Span!), Setting: null, reason, Until: null, finding.Span!.Source.Span(0, 1), Inherited: false);
}
