using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4018: thresholds of the neighbour table that do not ascend.</summary>
public sealed class ThresholdOrderRule : IRule
{
    private static readonly ImmutableArray<string> Families = ["ipv4", "ipv6"];
    private static readonly ImmutableArray<int> Lower = [1, 2];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4018", "threshold-order", "The thresholds of the neighbour table do not ascend", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var family in Families)
        {
            foreach (var number in Lower)
            {
                Check(context, $"net.{family}.neigh.default.gc_thresh{number}", $"net.{family}.neigh.default.gc_thresh{number + 1}");
            }
        }
    }

    private void Check(RuleContext context, string lower, string upper)
    {
        foreach (var pair in NumberPair.Of(context, lower, upper).Where(p => p.Value.Number > p.Other))
        {
            context.Report(pair.Finding(Code, $"{pair.Value.Assignment} is above {pair.OtherWords}, on {pair.Targets}: {Effect(lower)}.", $"write at most {pair.Other}, or raise {upper}"));
        }

        // Where the spec sets both, the finding stands at the lower threshold.
        foreach (var pair in NumberPair.Of(context, upper, lower).Where(p => p.OtherValue is null && p.Other > p.Value.Number))
        {
            context.Report(pair.Finding(Code, $"{pair.Value.Assignment} is below {pair.OtherWords}, on {pair.Targets}: {Effect(lower)}.", $"write at least {pair.Other}, or lower {lower}"));
        }
    }

    private static string Effect(string lower) => lower[^1] == '1'
        ? "the periodic clean-up does not start before the table is cleaned up by force"
        : "the table is full before the clean-up that should keep it from filling";
}
