using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2104: a tcp_fin_timeout that a lost FIN does not survive.</summary>
public sealed class FinTimeoutLowRule : IRule
{
    // Three retransmissions (what RFC 1122 wants before anything is thought wrong, see tcp_retries1) from a first timeout of 1 second: 1 + 2 + 4.
    private const int ThreeRetransmissions = 7;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2104", "fin-timeout-low", "tcp_fin_timeout is very short, and does not shorten TIME_WAIT", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("net.ipv4.tcp_fin_timeout").Where(v => v.Number < ThreeRetransmissions))
        {
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} does not shorten TIME_WAIT, which is always 60 seconds: it limits how long a closed connection waits in FIN_WAIT_2 for the peer's FIN, and {Wording.Seconds(value.Number)} is less than three retransmissions take (1 + 2 + 4 seconds).",
                "delete the line to keep 60 seconds; if orphans in FIN_WAIT_2 are a measured problem, 15 to 30 is enough"));
        }
    }
}
