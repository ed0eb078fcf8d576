using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4013: reuse of TIME_WAIT ports without the timestamps that it needs.</summary>
public sealed class TwReuseTimestampsRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4013", "tw-reuse-timestamps", "tcp_tw_reuse does nothing without TCP timestamps", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var pair in NumberPair.Written(context, "net.ipv4.tcp_tw_reuse", "net.ipv4.tcp_timestamps").Where(p => p.Value.Number == 1 && p.Other == 0))
        {
            context.Report(pair.Finding(
                Code,
                $"{pair.Value.Assignment} has no effect with {pair.OtherWords}, on {pair.Targets}: only a connection in TIME_WAIT that carried timestamps gives its port away.",
                $"delete the line, or leave {pair.OtherKey} at 1, its default"));
        }
    }
}
