using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2020: a number that the kernel takes and does not keep.</summary>
public sealed class NotKeptRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2020", "not-kept", "A number that a target's kernel takes and does not keep", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var number in context.Spec.Settings.SelectMany(s => context.Numbers(s.Key.Name)))
        {
            var altering = number.Targets.Select(t => (Target: t, Kernels: Altering(context, number, t))).Where(t => !t.Kernels.IsEmpty).ToList();
            var given = altering.SelectMany(a => a.Kernels).Select(k => Given(context, number, k)!).Distinct().ToList();
            if (given is [var one])
            {
                context.Report(NotKept(number, Wording.Hosts(altering.Select(a => (a.Target, a.Kernels))), one));
            }
        }
    }

    // Only what was tried: where a kernel rounds, the values that it keeps are known at the tried ones alone.
    private static ImmutableArray<Kernel> Altering(RuleContext context, NumberValue number, Target target) =>
        [.. context.Facts(number.Setting, target).Where(f => Given(context, number, f.Kernel) is { } given && IsSure(f, number, given)).Select(f => f.Kernel)];

    // A run of values that gave the same may have some that are kept among them.
    private static bool IsSure(SysctlFact fact, NumberValue number, ReadBack given) =>
        given.Low == given.High || fact.Holds?.Check(number.Number) == Verdict.Refused;

    private static ReadBack? Given(RuleContext context, NumberValue number, Kernel kernel) =>
        kernel.Table is { } table
            ? context.Catalog.ReadBacks(number.Setting.Key.Name, table).FirstOrDefault(r => number.Number >= r.Low && number.Number <= r.High && r.Gives != number.Number)
            : null;

    private Finding NotKept(NumberValue number, string hosts, ReadBack given) => given.WasThere
        ? number.Finding(Code, $"{number.Assignment} is accepted on {hosts} and changes nothing: {given.Gives} stays in force.", "delete the line, or write a value that the kernel keeps; `configgen explain` lists what is not kept")
        : number.Finding(Code, $"{number.Assignment} is accepted on {hosts}, and {given.Gives} is in force afterwards.", $"write {given.Gives}, which is what the kernel makes of it");
}
