using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2106: tcp_max_tw_buckets on a target that does not say its memory.</summary>
public sealed class TwBucketsUndecidableRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2106", "tw-buckets-undecidable", "Whether tcp_max_tw_buckets is lowered depends on memory", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context) => TwBucketsLowRule.Limit.ReportUndecidable(context, Code);
}
