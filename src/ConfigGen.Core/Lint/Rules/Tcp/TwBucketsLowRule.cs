using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2102: tcp_max_tw_buckets below the default of a host of that size.</summary>
public sealed class TwBucketsLowRule : IRule
{
    internal static readonly MemoryScaledLimit Limit =
        new("net.ipv4.tcp_max_tw_buckets", "over it, sockets are destroyed instead of staying in TIME_WAIT");

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2102", "tw-buckets-low", "tcp_max_tw_buckets is below its default", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context) => Limit.ReportLow(context, Code);
}
