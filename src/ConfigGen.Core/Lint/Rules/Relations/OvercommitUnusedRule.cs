using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4009: a limit for strict overcommit where overcommit is not strict.</summary>
public sealed class OvercommitUnusedRule : IRule
{
    internal const string Mode = "vm.overcommit_memory";
    internal const int Strict = 2;
    private static readonly ImmutableArray<string> Limits = ["vm.overcommit_kbytes", "vm.overcommit_ratio"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4009", "overcommit-unused", "An overcommit limit that the chosen mode does not use", Severity.Warning) { IsAboutNoOp = true };

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var pair in Limits.SelectMany(limit => NumberPair.Of(context, limit, Mode)).Where(p => p.Other != Strict && p.Value.Number != 0))
        {
            context.Report(pair.Finding(
                Code,
                $"{pair.Value.Assignment} has no effect with {pair.OtherWords}, on {pair.Targets}: the kernel limits promised memory in mode 2 only.",
                $"delete the line, or set {Mode} to 2 if promises are to be limited"));
        }
    }
}
