using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Rules.Relations;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2004: a number that a target's kernel refuses.</summary>
public sealed class OutOfRangeRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2004", "out-of-range", "A number that a target's kernel refuses", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var setting in context.Spec.Settings)
        {
            foreach (var (value, targets) in RuleContext.ValuesOf(setting).Where(v => IsNumeric(v.Value) && !IsPortRange(setting, v.Value)))
            {
                var refusals = targets.SelectMany(target => Refusals(context, setting, target, value.Text)).ToList();
                if (refusals.Count > 0)
                {
                    context.Report(Refused(setting, value, refusals));
                }
            }
        }
    }

    private static bool IsNumeric(SettingValue value) => value.Fields.Length > 0 && value.Fields.All(f => KernelNumber.TryParse(f, out _));

    // The order of the ends, and privileged ports, are told better by CG4003.
    private static bool IsPortRange(ResolvedSetting setting, SettingValue value) =>
        setting.Key.Name == PortRangeOrderRule.Key && value.Fields.All(f => KernelNumber.TryParse(f, out var port) && port >= 1 && port <= 65535);

    private static IEnumerable<(Target Target, SysctlFact Fact)> Refusals(RuleContext context, ResolvedSetting setting, Target target, string text) =>
        context.Facts(setting, target)
            .Where(f => f is { Existence: Existence.Exists, IsReadOnly: not true }
                && !IsPlainlyAccepted(f, text)
                && context.Catalog.Accepts(setting.Key.Name, f.Kernel, text) == Verdict.Refused
                && IsPerField(f))
            .Select(f => (target, f));

    // Nearly every value is one number well inside the range; the catalogue weighs neighbours and need not be asked.
    private static bool IsPlainlyAccepted(SysctlFact fact, string text) =>
        fact.Accepts is { } range && KernelNumber.TryParse(text, out var number) && range.Check(number) == Verdict.Accepted;

    // The range of a vector was measured with every field alike. Where the kernel's own default lies outside it, it is not a range of each field.
    private static bool IsPerField(SysctlFact fact) =>
        fact.Type != SysctlType.Vector || fact.Accepts is not { } accepts || fact.Default is not { } text
        || text.Split(' ').All(field => KernelNumber.TryParse(field, out var n) && accepts.Runs.Any(r => (r.Low is null || n >= r.Low) && (r.High is null || n <= r.High)));

    private Finding Refused(ResolvedSetting setting, SettingValue value, List<(Target Target, SysctlFact Fact)> refusals)
    {
        var ranges = refusals.Where(r => r.Fact.Accepts is not null).GroupBy(r => RangeWording.Of(r.Fact.Accepts!), StringComparer.Ordinal).ToList();
        var accepted = ranges.Count switch
        {
            0 => "",
            1 => $": the kernel accepts {ranges[0].Key}",
            _ => $": accepted are {Wording.List(ranges.Select(g => $"{g.Key} on {Hosts(g)}"))}",
        };
        return Finding.Of(Code, value.Span, $"{setting.Key} = {value.AsWritten} is refused on {Hosts(refusals)}{accepted}.") with
        {
            Setting = setting.Key.Name,
            Help = ranges.Count == 1 ? $"write a value within {ranges[0].Key}" : "write a value that all of them accept, or one value per target with `when`",
        };
    }

    private static string Hosts(IEnumerable<(Target Target, SysctlFact Fact)> refusals) =>
        Wording.Hosts(refusals.GroupBy(r => r.Target).Select(t => (t.Key, t.Select(r => r.Fact.Kernel).ToImmutableArray())));
}
