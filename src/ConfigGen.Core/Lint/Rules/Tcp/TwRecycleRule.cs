using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2101: tcp_tw_recycle on a kernel that still has it.</summary>
public sealed class TwRecycleRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2101", "tw-recycle-nat", "tcp_tw_recycle drops clients behind NAT", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("net.ipv4.tcp_tw_recycle").Where(v => v.Number != 0))
        {
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} on {Wording.Targets(value.Targets)} drops connections of clients that share an address behind NAT; Linux 4.12 removed the key for it.",
                "delete the line, or write 0"));
        }
    }
}
