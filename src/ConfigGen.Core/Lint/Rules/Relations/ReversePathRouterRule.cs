using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4027: strict reverse path filtering on hosts where packets come and go on different ways.</summary>
public sealed class ReversePathRouterRule : IRule
{
    private const int Strict = 1;
    private static readonly ImmutableArray<string> Several = ["load-balancer", "nat-gateway", "router", "vpn"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4027", "rp-filter-router", "Strict rp_filter on a host with several ways out", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        if (context.Spec.Purpose.FirstOrDefault(p => Several.Contains(p.Value)) is not { } purpose)
        {
            return;
        }

        foreach (var value in InterfaceValue.Of(context, "ipv4", ReversePathRaisedRule.Parameter).Where(v => v.Number.Number == Strict))
        {
            context.Report(value.Number.Finding(
                Code,
                $"{value.Number.Assignment} drops every packet that comes in on another interface than the one its answer would leave by; a host with the purpose {purpose.Value} often has more than one way.",
                "write 2 where routing is asymmetric; ignore this where it is not").WithRelated(purpose.Span, $"the purpose {purpose.Value} is given here"));
        }
    }
}
