using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4007: one limit given twice, as an amount and as a share; writing one of the keys clears the other.</summary>
public sealed class TwoLimitsRule : IRule
{
    private static readonly ImmutableArray<(string Amount, string Share)> Pairs =
    [
        ("vm.dirty_background_bytes", "vm.dirty_background_ratio"),
        ("vm.dirty_bytes", "vm.dirty_ratio"),
        ("vm.overcommit_kbytes", "vm.overcommit_ratio"),
    ];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4007", "two-limits", "The same limit as an amount and as a share", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        var both = Pairs.SelectMany(p => NumberPair.Written(context, p.Amount, p.Share)).Where(p => p.Value.Number != 0 && p.Other != 0);
        foreach (var pair in both)
        {
            context.Report(pair.Finding(
                Code,
                $"{pair.Value.Assignment} and {pair.OtherWords} on {pair.Targets} are the same limit in two forms: the kernel sets the one to 0 when the other is written, so only the later line holds.",
                $"delete one of {pair.Value.Setting.Key} and {pair.OtherKey}"));
        }
    }
}
