using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Memory;

/// <summary>CG2203: no swapping until it is too late.</summary>
public sealed class SwappinessZeroRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2203", "swappiness-zero", "swappiness 0 leaves swap unused until memory has run out", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("vm.swappiness").Where(v => v.Number == 0))
        {
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} does not mean \"swap as little as possible\": nothing is swapped until free memory and file caches are nearly gone, and a program may be killed while swap is empty.",
                "write 1 to 10 to swap rarely; to do without swap, have none"));
        }
    }
}
