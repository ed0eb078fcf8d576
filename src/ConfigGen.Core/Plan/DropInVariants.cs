using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Layers;
using ConfigGen.Core.Spec.Resolve;

namespace ConfigGen.Core.Plan;

/// <summary>Directives that only a host can decide: each way in which they may turn out is a drop-in of its own, and the role chooses on the host.</summary>
internal static class DropInVariants
{
    // Every condition may double the number of files, and nobody reviews a hundred of them.
    private const int Most = 16;

    /// <summary>Every way, as the cases that are chosen and what must be so on the host; one way without choices where the targets of the group say enough.</summary>
    public static IEnumerable<(ImmutableArray<SettingCase> Chosen, ImmutableArray<HostChoice> Choices)> Of(ResolvedSpec spec, string unit, Target target)
    {
        IEnumerable<(ImmutableArray<SettingCase> Chosen, ImmutableArray<HostChoice> Choices)> ways = [([], [])];
        foreach (var undecided in On(spec, unit, target))
        {
            var options = Options(undecided.Directive, target).ToList();
            ways = ways.SelectMany(way => options.Select(o => (o.Case is null ? way.Chosen : way.Chosen.Add(o.Case), way.Choices.Add(o.Choice))));
        }

        return ways;
    }

    /// <summary>For which hosts a way is, for the head of its drop-in; null where it is for every host of the group.</summary>
    public static string? Words(ImmutableArray<HostChoice> choices)
    {
        var conditions = choices.SelectMany(Conditions).Distinct(StringComparer.Ordinal).ToList();
        return conditions.Count == 0 ? null : $"Only for hosts on which the role finds {Wording.List(conditions)}.";
    }

    private static IEnumerable<string> Conditions(HostChoice choice)
    {
        var failing = choice.Chosen ?? choice.Cases.Length;
        return [
            .. choice.Cases.Take(failing).OfType<Condition>().Select(c => $"not {SettingText.Of(c)}"),
            .. choice.Cases.Skip(failing).Take(1).OfType<Condition>().Select(SettingText.Of),
        ];
    }

    /// <summary>An information where the spec has a role, an error where it has none, and where there would be too many files.</summary>
    public static IEnumerable<Finding> Findings(ResolvedSpec spec)
    {
        var crowded = spec.UndecidedDirectives.GroupBy(u => u.Directive.Unit.Value, StringComparer.Ordinal).Where(IsCrowded).Select(unit => unit.Key).ToHashSet(StringComparer.Ordinal);
        return spec.UndecidedDirectives.Select(u => Finding(spec, u, crowded.Contains(u.Directive.Unit.Value)));
    }

    private static Finding Finding(ResolvedSpec spec, UndecidedDirective undecided, bool isCrowded)
    {
        var directive = undecided.Directive;
        var open = string.Join("; for ", undecided.Doubts.Select(d => $"{d.Target.Label}: {d.Why}"));
        var message = $"{directive.Name.Value} of {directive.Unit.Value} cannot be decided for {open}";
        if (isCrowded)
        {
            return Refused(directive, string.Create(CultureInfo.InvariantCulture, $"{message}; with the other conditions of this unit it would take more than {Most} files to have one for every host"), "say more about the target (memory, cpus, kernel, systemd)");
        }

        return spec.Outputs.HasRole
            ? Core.Findings.Finding.Of(RenderCodes.LeftToRole, directive.Name.Span, $"{message}: the role decides it on the host, and no plain drop-in of {directive.Unit.Value} is rendered for these targets").About(directive.Setting)
            : Refused(directive, message, "say more about the target (memory, cpus, kernel, systemd), write a value that holds without it, or name a role under outputs.ansible: it decides on the host");
    }

    private static Finding Refused(DirectiveSpec directive, string message, string help) =>
        Core.Findings.Finding.Of(RenderCodes.Undecided, directive.Name.Span, message) with { Setting = directive.Setting, Help = help };

    // Counted without making them: a hundred conditions are 2^100 ways.
    private static bool IsCrowded(IEnumerable<UndecidedDirective> unit)
    {
        var ways = new Dictionary<Target, int>(ReferenceEqualityComparer.Instance);
        foreach (var (directive, doubt) in unit.SelectMany(u => u.Doubts.Select(d => (u.Directive, d.Target))))
        {
            ways[doubt] = Math.Min(Most + 1, ways.GetValueOrDefault(doubt, 1) * CaseChoice.Possible(directive.Cases, doubt).Count());
        }

        return ways.Values.Any(count => count > Most);
    }

    private static IEnumerable<UndecidedDirective> On(ResolvedSpec spec, string unit, Target target) =>
        spec.UndecidedDirectives.Where(u => u.Directive.Unit.Value == unit && u.Doubts.Any(d => ReferenceEquals(d.Target, target)));

    private static IEnumerable<(SettingCase? Case, HostChoice Choice)> Options(DirectiveSpec directive, Target target)
    {
        var possible = CaseChoice.Possible(directive.Cases, target).ToList();
        var cases = possible.OfType<SettingCase>().ToList();
        // What surely holds on the target holds on the host whatever it says there: one of the ways is always right.
        ImmutableArray<Condition?> conditions = [.. cases.Select((c, i) => i == possible.Count - 1 ? null : c.When)];
        return possible.Select((c, i) => (c, new HostChoice(conditions, c is null ? null : i)));
    }
}
