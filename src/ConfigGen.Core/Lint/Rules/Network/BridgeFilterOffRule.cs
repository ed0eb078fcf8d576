using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Network;

/// <summary>CG2401: a module loaded only to switch off what it brings.</summary>
public sealed class BridgeFilterOffRule : IRule
{
    private static readonly ImmutableArray<string> Keys =
        ["net.bridge.bridge-nf-call-arptables", "net.bridge.bridge-nf-call-ip6tables", "net.bridge.bridge-nf-call-iptables"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2401", "bridge-filter-off", "br_netfilter is loaded only to be switched off", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        var values = Keys.SelectMany(context.Numbers).ToList();
        if (values.Count > 0 && values.TrueForAll(v => v.Number == 0))
        {
            var first = values.MinBy(v => v.Value.Span.Span.Start)!;
            context.Report(first.Finding(
                Code,
                $"{Wording.List(values.Select(v => v.Assignment).Distinct(StringComparer.Ordinal))}: bridged packets pass the filters only once the module br_netfilter is loaded, and these lines make the host load it.",
                "delete the lines; keep them where something else, such as Docker, loads the module"));
        }
    }
}
