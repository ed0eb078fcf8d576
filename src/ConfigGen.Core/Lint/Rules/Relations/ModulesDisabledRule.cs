using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4023: no more kernel modules, on hosts whose work loads some later.</summary>
public sealed class ModulesDisabledRule : IRule
{
    private static readonly ImmutableArray<string> Loading =
        ["container-host", "desktop", "firewall", "hypervisor", "k8s-node", "nat-gateway", "router", "vpn"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4023", "modules-disabled", "Loading of modules ends before the host's work needs it", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        if (context.Spec.Purpose.FirstOrDefault(p => Loading.Contains(p.Value)) is not { } purpose)
        {
            return;
        }

        foreach (var value in context.Numbers("kernel.modules_disabled").Where(v => v.Number == 1))
        {
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} is in force from early boot until the next one, and a host with the purpose {purpose.Value} loads modules later, for filters, tunnels, file systems or devices: they fail then.",
                "take the line out of the fragment and set the key once the host is up, or name every module in modules-load.d").WithRelated(purpose.Span, $"the purpose {purpose.Value} is given here"));
        }
    }
}
