using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4010: strict overcommit without enough memory kept for the administrator.</summary>
public sealed class OvercommitReserveRule : IRule
{
    private const string Reserve = "vm.admin_reserve_kbytes";

    // vm.rst names about 128 MB for mode 2; the default is 8 MB at most.
    private const int Enough = 128 * 1000;
    private const int Advised = 131_072;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4010", "overcommit-reserve", "Strict overcommit leaves the administrator no memory to log in", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers(OvercommitUnusedRule.Mode).Where(v => v.Number == OvercommitUnusedRule.Strict))
        {
            var low = value.Targets.Where(t => IsLow(context, t)).ToList();
            if (low.Count > 0)
            {
                context.Report(value.Finding(
                    Code,
                    $"{value.Assignment} with {Kept(context, low[0])} on {Wording.Targets(low)}: once all memory is promised, root may be unable to log in and end a process; the kernel documentation asks for about 128 MB in this mode.",
                    $"set {Reserve} to {Advised}"));
            }
        }
    }

    private static string Kept(RuleContext context, Target target) =>
        context.ValueOn(target, Reserve) is { } value ? $"{Reserve} = {value.AsWritten}" : $"the default of {Reserve}, 8192 at most,";

    // A reserve that only the host decides was thought of by somebody.
    private static bool IsLow(RuleContext context, Target target) =>
        context.Find(Reserve)?.Values.FirstOrDefault(v => ReferenceEquals(v.Target, target)) is not { } set
        || (set.Undecided is null && (set.Value is null || (set.Value.Number is { } kilobytes && kilobytes < Enough)));
}
