using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2115: every connection starts without what the last one to the same host has learnt.</summary>
public sealed class MetricsNotKeptRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2115", "metrics-not-kept", "tcp_no_metrics_save usually costs speed", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("net.ipv4.tcp_no_metrics_save").Where(v => v.Number != 0))
        {
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} makes every connection measure its path anew; the kernel documentation says that keeping the measurements helps as a rule.",
                "delete the line, or ignore this with the measurement that speaks for it"));
        }
    }
}
