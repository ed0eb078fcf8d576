using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2108: a SYN backlog above what a listener may ask for.</summary>
public sealed class SomaxconnBacklogRule : IRule
{
    private const string Somaxconn = "net.core.somaxconn";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2108", "somaxconn-backlog", "tcp_max_syn_backlog is above somaxconn", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("net.ipv4.tcp_max_syn_backlog"))
        {
            var capped = value.Targets
                .Select(t => (Target: t, Cap: context.EffectiveNumber(t, Somaxconn)))
                .Where(t => t.Cap is { } cap && value.Number > cap)
                .GroupBy(t => t.Cap!.Value)
                .Select(g => $"{Wording.Targets(g.Select(t => t.Target))} ({g.Key})")
                .ToList();
            if (capped.Count > 0)
            {
                context.Report(value.Finding(
                    Code,
                    $"{value.Assignment} is above {Somaxconn} on {Wording.List(capped)}, and no listener gets a backlog longer than that.",
                    $"raise {Somaxconn} to the same number, or lower this one"));
            }
        }
    }
}
