using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4003: a port range that the kernel refuses because of the order of its ends, or of privileged ports.</summary>
public sealed class PortRangeOrderRule : IRule
{
    internal const string Key = "net.ipv4.ip_local_port_range";
    private const string Unprivileged = "net.ipv4.ip_unprivileged_port_start";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4003", "port-range-order", "A local port range that is upside down or reaches into privileged ports", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var range in VectorValue.Of(context, Key, 2))
        {
            var (low, high) = (range.Numbers[0], range.Numbers[1]);
            var refusing = range.Targets.Where(t => low >= 1 && low < FirstUnprivileged(context, t)).ToList();
            if (low > high)
            {
                Report(context, range, $"{Key} = {range.Value.AsWritten} ends before it begins, and the kernel refuses it.", $"write [{high}, {low}]");
            }
            else if (refusing.Count > 0)
            {
                var first = FirstUnprivileged(context, refusing[0]);
                Report(context, range, $"{Key} = {range.Value.AsWritten} begins below the first unprivileged port ({first}) of {Wording.Targets(refusing)}, and the kernel refuses it.", $"begin at {first} or above");
            }
        }
    }

    // The check came with ip_unprivileged_port_start: a kernel without that key accepts any low end. Its default is 1024.
    private static Int128 FirstUnprivileged(RuleContext context, Target target) =>
        target.Kernels.Any(k => context.Lookup(Unprivileged, k).Existence == Existence.Exists)
            ? context.EffectiveNumber(target, Unprivileged) ?? 1024
            : 1;

    private void Report(RuleContext context, VectorValue range, string message, string help) =>
        context.Report(Finding.Of(Code, range.Value.Span, message) with { Setting = Key, Help = help });
}
