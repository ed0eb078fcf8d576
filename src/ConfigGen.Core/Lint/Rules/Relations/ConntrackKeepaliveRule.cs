using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4020: connection tracking forgets idle connections before keepalive speaks.</summary>
public sealed class ConntrackKeepaliveRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4020", "conntrack-keepalive", "Connection tracking forgets a connection before its first keepalive probe", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var pair in NumberPair.Of(context, "net.netfilter.nf_conntrack_tcp_timeout_established", KeepaliveKeys.Idle).Where(p => p.Value.Number <= p.Other))
        {
            context.Report(pair.Finding(
                Code,
                $"{pair.Value.Assignment} is not above {pair.OtherWords}, on {pair.Targets}: an idle connection is forgotten before its first keepalive probe, and what a stateful firewall lets through only as part of a connection is dropped from then on.",
                $"write more than {pair.Other} with room for the probes, or lower {pair.OtherKey}"));
        }
    }
}
