using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4017: forwarding switched off on hosts whose purpose is to forward.</summary>
public sealed class ForwardingOffRule : IRule
{
    private static readonly ImmutableArray<string> Keys = ["net.ipv4.conf.all.forwarding", "net.ipv4.ip_forward"];
    private static readonly ImmutableArray<string> Forwarding = ["container-host", "k8s-node", "nat-gateway", "router"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4017", "forwarding-off", "Forwarding is off on a host that has to forward", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        if (context.Spec.Purpose.FirstOrDefault(p => Forwarding.Contains(p.Value)) is not { } purpose)
        {
            return;
        }

        foreach (var value in Keys.SelectMany(context.Numbers).Where(v => v.Number == 0))
        {
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} stops the host from passing packets on, and its purpose is {purpose.Value}: {Loss(purpose.Value)}.",
                "write 1, or take the purpose away").WithRelated(purpose.Span, $"the purpose {purpose.Value} is given here"));
        }
    }

    private static string Loss(string purpose) => purpose is "container-host" or "k8s-node"
        ? "containers behind a bridge reach nothing outside the host"
        : "nothing behind it reaches the other side";
}
