using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Network;

/// <summary>CG2402: no limit on the addresses that router advertisements make an interface take.</summary>
public sealed class AddressLimitRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2402", "address-limit", "No limit on automatic IPv6 addresses", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in InterfaceValue.Of(context, "ipv6", "max_addresses").Where(v => v.Number.Number == 0))
        {
            context.Report(value.Number.Finding(
                Code,
                $"{value.Number.Assignment} takes away the limit: forged router advertisements can then make the interface take addresses until the kernel runs out of memory.",
                "write 16, the default, or the number that is needed"));
        }
    }
}
