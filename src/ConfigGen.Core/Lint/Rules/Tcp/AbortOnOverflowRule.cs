using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2113: a burst of connections answered with resets.</summary>
public sealed class AbortOnOverflowRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2113", "abort-on-overflow", "A full accept queue resets clients", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("net.ipv4.tcp_abort_on_overflow").Where(v => v.Number != 0))
        {
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} resets clients when a listener's queue is full; without it they try again by themselves, and a short burst goes unnoticed.",
                "delete the line; make the queue longer (net.core.somaxconn and the listener's backlog) or the program accept faster"));
        }
    }
}
