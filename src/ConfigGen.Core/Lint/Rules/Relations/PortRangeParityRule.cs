using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4006: a port range whose ends are both even or both odd.</summary>
public sealed class PortRangeParityRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4006", "port-range-parity", "Both ends of the local port range are even, or both odd", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var range in VectorValue.Of(context, PortRangeOrderRule.Key, 2))
        {
            var (low, high) = (range.Numbers[0], range.Numbers[1]);
            if (low < high && low % 2 == high % 2)
            {
                var (other, ends) = (high == 65535 ? $"[{low + 1}, {high}]" : $"[{low}, {high + 1}]", low % 2 == 0 ? "even" : "odd");
                context.Report(Finding.Of(Code, range.Value.Span, $"{PortRangeOrderRule.Key} = {range.Value.AsWritten}: both ends are {ends}, and the kernel prefers one even and one odd end and logs a complaint.") with
                {
                    Setting = PortRangeOrderRule.Key,
                    Help = $"write {other}",
                });
            }
        }
    }
}
