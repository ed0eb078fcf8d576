using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Fixes;

/// <summary>A text with fixes in it; every character outside of their spans stays as it is.</summary>
/// <param name="Text">The new text.</param>
/// <param name="Applied">The findings whose fix is in it, in the order of the text.</param>
public sealed record FixedText(string Text, ImmutableArray<Finding> Applied)
{
    /// <summary>Applies the safe fixes of findings in one text. Of fixes that overlap the first is applied: the others are found again, or not, when the new text is judged.</summary>
    /// <param name="text">What the spans of the fixes count in.</param>
    /// <param name="findings">In any order; those without a safe fix do not matter.</param>
    public static FixedText Of(string text, IEnumerable<Finding> findings)
    {
        var (result, end) = (new StringBuilder(), 0);
        var applied = ImmutableArray.CreateBuilder<Finding>();
        foreach (var finding in Sorted(findings))
        {
            var span = finding.Fix!.Span.Span;
            if (span.Start < end || (applied.Count > 0 && span.Start == applied[^1].Fix!.Span.Span.Start))
            {
                continue;
            }

            result.Append(text, end, span.Start - end).Append(finding.Fix.Replacement);
            end = span.End;
            applied.Add(finding);
        }

        return new FixedText(result.Append(text, end, text.Length - end).ToString(), applied.ToImmutable());
    }

    private static IEnumerable<Finding> Sorted(IEnumerable<Finding> findings) =>
        findings
            .Where(f => f.Fix is { IsSafe: true })
            .OrderBy(f => f.Fix!.Span.Span.Start)
            .ThenBy(f => f.Fix!.Span.Span.Length)
            .ThenBy(f => f.Code.Id, StringComparer.Ordinal)
            .ThenBy(f => f.Fix!.Replacement, StringComparer.Ordinal);
}
