using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Spec.Resolve;

/// <summary>Merged directives to units: every case with the targets that it is for.</summary>
internal static class UnitResolution
{
    /// <summary>The units, sorted by name; what is unset is not there.</summary>
    public static ImmutableArray<UnitSpec> Units(ImmutableArray<DirectiveSpec> directives, ImmutableArray<Target> targets) =>
    [
        .. directives.Where(d => !d.IsUnset)
            .GroupBy(d => d.Unit.Value, StringComparer.Ordinal)
            .OrderBy(unit => unit.Key, StringComparer.Ordinal)
            .Select(unit => new UnitSpec(
                unit.First().Unit,
                [.. unit.GroupBy(d => d.Section.Value, StringComparer.Ordinal).Select(s => new UnitSection(s.First().Section, [.. s.SelectMany(d => Cases(d, targets))]))])),
    ];

    /// <summary>The directives that only a host can decide, in the order given.</summary>
    public static ImmutableArray<UndecidedDirective> Undecided(ImmutableArray<DirectiveSpec> directives, ImmutableArray<Target> targets) =>
        [.. directives.Where(d => d.Cases.Any(c => c.When is not null)).Select(d => new UndecidedDirective(d, Doubts(d, targets))).Where(d => !d.Doubts.IsEmpty)];

    /// <summary>A warning for a directive that is written nowhere.</summary>
    public static IEnumerable<Finding> WithoutCase(ImmutableArray<DirectiveSpec> directives, ImmutableArray<Target> targets) =>
        directives
            .Where(d => !targets.IsEmpty && d.Cases.Length > 0 && d.Cases.All(c => c.When is not null) && !targets.Any(t => CaseChoice.Possible(d.Cases, t).Any(c => c is not null)))
            .Select(d => Finding.Of(SpecCodes.NoCase, d.Name.Span, $"No case of {d.Name.Value} of {d.Unit.Value} holds on any target, so nothing is written for it.")
                .WithHelp("correct the condition, add a case without when, or remove the directive")
                .About(d.Setting));

    private static IEnumerable<UnitDirective> Cases(DirectiveSpec directive, ImmutableArray<Target> targets)
    {
        if (directive.Cases is [{ When: null, Expression: FixedValue plain } only])
        {
            return [new UnitDirective(directive.Name, plain.Fields, only.Span) { Targets = targets, Reason = only.Reason }];
        }

        var choices = targets.Select(t => (Target: t, CaseChoice.On(directive.Cases, t).Case, Possible: CaseChoice.Possible(directive.Cases, t).ToList())).ToList();
        return
            from choice in directive.Cases
            let value = choice.Expression as FixedValue
            where value is not null
            select new UnitDirective(directive.Name, value.Fields, choice.Span)
            {
                Targets = [.. choices.Where(c => ReferenceEquals(c.Case, choice)).Select(c => c.Target)],
                Possible = [.. choices.Where(c => c.Case is null && c.Possible.Any(p => ReferenceEquals(p, choice))).Select(c => c.Target)],
                Reason = choice.Reason,
            };
    }

    private static ImmutableArray<TargetDoubt> Doubts(DirectiveSpec directive, ImmutableArray<Target> targets) =>
        [.. targets.Select(t => (t, CaseChoice.On(directive.Cases, t).Undecided)).Where(t => t.Undecided is not null).Select(t => new TargetDoubt(t.t, t.Undecided!))];
}
