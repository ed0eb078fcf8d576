using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4008: writing back in the background begins no earlier than writers are held up.</summary>
public sealed class DirtyOrderRule : IRule
{
    private static readonly ImmutableArray<(string Form, string Other)> Forms = [("bytes", "ratio"), ("ratio", "bytes")];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4008", "dirty-order", "The background limit for dirty pages is not below the limit for writers", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var (form, other) in Forms)
        {
            var (background, writers) = ($"vm.dirty_background_{form}", $"vm.dirty_{form}");
            foreach (var pair in Pairs(context, background, writers, $"vm.dirty_{other}").Where(p => p.Value.Number >= p.Other && p.Other > 0))
            {
                context.Report(Finding(pair, "not below", $"write less than {pair.Other}, as in {pair.Other / 2}"));
            }

            // Where the spec sets the background limit too, the finding stands there.
            foreach (var pair in Pairs(context, writers, background, $"vm.dirty_background_{other}").Where(p => p.OtherValue is null && p.Other >= p.Value.Number && p.Value.Number > 0))
            {
                context.Report(Finding(pair, "not above", $"set {background} below {pair.Value.Number} as well"));
            }
        }
    }

    // With the other limit given in its other form, the default of this one does not hold.
    private static IEnumerable<NumberPair> Pairs(RuleContext context, string key, string other, string otherForm) =>
        NumberPair.Of(context, key, other).Where(p => p.Value.Targets.All(t => context.ValueOn(t, otherForm) is null));

    private Finding Finding(NumberPair pair, string where, string help) => pair.Finding(
        Code,
        $"{pair.Value.Assignment} is {where} {pair.OtherWords}, on {pair.Targets}: the kernel then starts writing back at half of the limit for writers.",
        help);
}
