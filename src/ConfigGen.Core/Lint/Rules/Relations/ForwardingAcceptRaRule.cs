using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4016: router advertisements wanted on a host that forwards IPv6.</summary>
public sealed class ForwardingAcceptRaRule : IRule
{
    private const int Always = 2;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4016", "forwarding-accept-ra", "Router advertisements are ignored by a host that forwards IPv6", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        var forwarding = InterfaceValue.Key("ipv6", InterfaceValue.All, "forwarding");
        var ignored =
            from value in InterfaceValue.Of(context, "ipv6", "accept_ra")
            where value.Number.Number == 1
            from pair in NumberPair.Written(context, value.Number.Setting.Key.Name, forwarding)
            where pair.Other != 0
            select pair;
        foreach (var pair in ignored)
        {
            var finding = pair.Finding(
                Code,
                $"{pair.Value.Assignment} does not take router advertisements with {pair.OtherWords}, on {pair.Targets}: a host that forwards takes itself for a router, and loses the default route and addresses that came that way.",
                $"write {Always} to take them all the same, or 0 if the routes are given otherwise");
            context.Report(finding with { Fix = pair.Value.Suggest($"{Always}") });
        }
    }
}
