using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4030: a lower limit above its upper limit, which the kernel refuses.</summary>
public sealed class BoundByOtherRule : IRule
{
    // Measured: writes beyond the other key are refused. The reasons stand in schemas/catalog/host-dependent.pack.
    private static readonly ImmutableArray<(string Lower, string Upper)> Bounds =
    [
        ("kernel.sched_deadline_period_min_us", "kernel.sched_deadline_period_max_us"),
        ("kernel.sched_rt_runtime_us", "kernel.sched_rt_period_us"),
        ("net.ipv4.ipfrag_low_thresh", "net.ipv4.ipfrag_high_thresh"),
        ("net.ipv6.ip6frag_low_thresh", "net.ipv6.ip6frag_high_thresh"),
        ("net.netfilter.nf_conntrack_frag6_low_thresh", "net.netfilter.nf_conntrack_frag6_high_thresh"),
        ("net.sctp.rto_min", "net.sctp.rto_max"),
    ];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4030", "bound-by-other", "A lower limit above its upper limit", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var (lower, upper) in Bounds)
        {
            foreach (var pair in NumberPair.Of(context, lower, upper).Where(p => p.Value.Number > p.Other))
            {
                context.Report(pair.Finding(Code, $"{pair.Value.Assignment} is above {pair.OtherWords}, on {pair.Targets}, and the kernel refuses it.", $"write at most {pair.Other}, or raise {upper} as well"));
            }

            // Where the spec sets both, the finding stands at the lower limit.
            foreach (var pair in NumberPair.Of(context, upper, lower).Where(p => p.OtherValue is null && p.Value.Number < p.Other))
            {
                context.Report(pair.Finding(Code, $"{pair.Value.Assignment} is below {pair.OtherWords}, on {pair.Targets}, and the kernel refuses it.", $"write at least {pair.Other}, or lower {lower} as well"));
            }
        }
    }
}
