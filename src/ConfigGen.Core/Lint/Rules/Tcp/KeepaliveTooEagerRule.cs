using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2011: keepalive that takes one lost packet for a dead peer.</summary>
public sealed class KeepaliveTooEagerRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2011", "keepalive-too-eager", "Keepalive that gives a peer no second chance", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers(KeepaliveKeys.Probes).Where(v => v.Number == 0 || v.Number == 1))
        {
            var effect = value.Number == 0
                ? "resets an idle connection without sending a single probe"
                : "resets the connection when one probe or its answer is lost";
            context.Report(value.Finding(Code, $"{value.Assignment} {effect}.", "write 3 or more, so that a single lost packet is not taken for a dead peer"));
        }

        foreach (var value in context.Numbers(KeepaliveKeys.Interval).Where(v => v.Number <= 1))
        {
            var probes = KeepaliveKeys.TimingOn(context, value.Targets[0])?.Probes ?? 9;
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} sends a probe every second at least: with {probes} probes an outage of {Wording.Seconds(probes)} resets every connection that uses keepalive.",
                "write an interval that outlasts the short outages of your network, such as 30"));
        }
    }
}
