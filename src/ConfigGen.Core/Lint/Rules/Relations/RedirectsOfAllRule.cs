using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4015: redirects switched off for "all" only, where it is enough that the interface has them on.</summary>
public sealed class RedirectsOfAllRule : IRule
{
    private const string Accept = "accept_redirects";
    private static readonly ImmutableArray<string> Parameters = [Accept, "secure_redirects", "send_redirects"];
    private static readonly ImmutableArray<string> Forwarding = ["net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4015", "redirects-of-all", "Redirects are off for all, and still on for every interface", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var parameter in Parameters.Where(p => !InterfaceValue.IsSetForInterfaces(context.Spec, "ipv4", p)))
        {
            var still = NumberPair.Of(context, InterfaceValue.Key("ipv4", InterfaceValue.All, parameter), InterfaceValue.Key("ipv4", InterfaceValue.Default, parameter))
                .Where(p => p.Value.Number == 0 && p.Other != 0 && !(parameter == Accept && p.Value.Targets.Any(t => MayForward(context, t))));
            foreach (var pair in still)
            {
                context.Report(pair.Finding(
                    Code,
                    $"{pair.Value.Assignment} alone switches nothing off, on {pair.Targets}: one of all and the interface being 1 is enough, and interfaces start with {pair.OtherWords}.",
                    $"set {pair.OtherKey} to 0 as well"));
            }
        }
    }

    // A router accepts redirects only where both are 1.
    private static bool MayForward(RuleContext context, Target target) => Forwarding.Any(key => context.EffectiveNumber(target, key) != 0);
}
