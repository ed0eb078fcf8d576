using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Resolve;

namespace ConfigGen.Core.Plan;

/// <summary>What the targets of a spec get of its units, so that those which get the same can share a folder.</summary>
internal static class UnitDifferences
{
    /// <summary>The lines that a target gets, and the cases that only the host can tell apart; equal for two targets where both get the same.</summary>
    public static IEnumerable<string> Fingerprint(ResolvedSpec spec, Target target) =>
    [
        .. Lines(spec).Where(l => l.Directive.IsFor(target)).Select(l => l.Name + Values(l.Directive)),
        .. spec.UndecidedDirectives.Where(u => u.Doubts.Any(d => ReferenceEquals(d.Target, target))).Select(u => $"? {u.Directive.Setting} {Possible(u.Directive, target)}"),
    ];

    /// <summary>The directives that some targets get differently from others, as findings name them, in the order of their lines.</summary>
    public static IEnumerable<string> Differing(ResolvedSpec spec) =>
        from lines in Lines(spec).GroupBy(l => l.Name, StringComparer.Ordinal)
        where spec.Targets.Select(t => string.Join('\n', lines.Where(l => l.Directive.IsFor(t) || IsPossible(l.Directive, t)).Select(l => Values(l.Directive)))).Distinct(StringComparer.Ordinal).Skip(1).Any()
        select lines.Key;

    private static IEnumerable<(string Name, UnitDirective Directive)> Lines(ResolvedSpec spec) =>
        from unit in spec.Units
        from section in unit.Sections
        from directive in section.Directives
        select ($"{unit.Name.Value} {section.Name.Value}.{directive.Name.Value}", directive);

    private static string Possible(DirectiveSpec directive, Target target) =>
        string.Join(' ', CaseChoice.Possible(directive.Cases, target).Select(c => c?.Span.ToString() ?? "none"));

    // Values are one line each: the reader of specs refuses line breaks.
    private static string Values(UnitDirective directive) => string.Concat(directive.Values.Select(v => $"\n={v.Text}"));

    private static bool IsPossible(UnitDirective directive, Target target) => directive.Possible.Any(t => ReferenceEquals(t, target));
}
