using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4021: a panic is asked for, and a panic never ends.</summary>
public sealed class PanicHaltsRule : IRule
{
    private const string Panic = "kernel.panic";

    private static readonly ImmutableArray<string> Causes =
        ["kernel.hardlockup_panic", "kernel.hung_task_panic", "kernel.panic_on_oops", "kernel.softlockup_panic", "vm.panic_on_oom"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4021", "panic-halts", "A host that panics on trouble and then stays down", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        // The default of kernel.panic is chosen by whoever builds the kernel: only a written 0 is certain.
        foreach (var group in Causes.SelectMany(cause => NumberPair.Written(context, Panic, cause)).Where(p => p.Value.Number == 0 && p.Other != 0).GroupBy(p => p.Value.Value.Span))
        {
            var first = group.First();
            context.Report(first.Finding(
                Code,
                $"{first.Value.Assignment} lets a host that has panicked stand still until somebody resets it, and {Asked(group)}.",
                "write the seconds after which it restarts, as in 10"));
        }
    }

    private static string Asked(IEnumerable<NumberPair> pairs)
    {
        var causes = pairs.Select(p => p.OtherWords).Distinct(StringComparer.Ordinal).ToList();
        return $"{Wording.List(causes)} {(causes.Count == 1 ? "asks" : "ask")} for panics";
    }
}
