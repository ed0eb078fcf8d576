using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2110: tcp_max_orphans on a target that does not say its memory.</summary>
public sealed class OrphansUndecidableRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2110", "orphans-undecidable", "Whether tcp_max_orphans is lowered depends on memory", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context) => MaxOrphansLowRule.Limit.ReportUndecidable(context, Code);
}
