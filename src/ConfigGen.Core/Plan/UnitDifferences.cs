using System.Collections.Immutable;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Resolve;

namespace ConfigGen.Core.Plan;

/// <summary>What the targets of a spec get of its units, so that those which get the same can share a folder.</summary>
internal static class UnitDifferences
{
    /// <summary>For every target, in the order of the spec, what it gets: equal texts for two targets where both get the same.</summary>
    public static ImmutableArray<string> Fingerprints(ResolvedSpec spec) => PerTarget(spec, [.. Lines(spec), .. Doubts(spec)]);

    /// <summary>The directives that some targets get differently from others, as findings name them, in the order of their lines.</summary>
    public static IEnumerable<string> Differing(ResolvedSpec spec) =>
        from lines in Lines(spec).Concat(Doubts(spec)).GroupBy(l => l.Name, StringComparer.Ordinal)
        where PerTarget(spec, lines).Distinct(StringComparer.Ordinal).Skip(1).Any()
        select lines.Key;

    // Each line is given to the targets that it is for: asking every line about every target takes minutes where somebody names thousands.
    private static ImmutableArray<string> PerTarget(ResolvedSpec spec, IEnumerable<(string Name, string Text, ImmutableArray<Target> Targets)> lines)
    {
        var texts = new Dictionary<Target, List<string>>(ReferenceEqualityComparer.Instance);
        foreach (var target in spec.Targets)
        {
            texts[target] = [];
        }

        foreach (var (name, text, targets) in lines)
        {
            foreach (var target in targets)
            {
                texts[target].Add(name + text);
            }
        }

        return [.. spec.Targets.Select(t => string.Join('\n', texts[t]))];
    }

    // Values are one line each: the reader of specs refuses line breaks.
    private static IEnumerable<(string Name, string Text, ImmutableArray<Target> Targets)> Lines(ResolvedSpec spec) =>
        from unit in spec.Units
        from section in unit.Sections
        from directive in section.Directives
        select ($"{unit.Name.Value} {section.Name.Value}.{directive.Name.Value}", string.Concat(directive.Values.Select(v => $"\n={v.Text}")), directive.Targets);

    private static IEnumerable<(string Name, string Text, ImmutableArray<Target> Targets)> Doubts(ResolvedSpec spec) =>
        from undecided in spec.UndecidedDirectives
        from doubt in undecided.Doubts
        let cases = CaseChoice.Possible(undecided.Directive.Cases, doubt.Target).Select(c => c?.Span.ToString() ?? "none")
        select (undecided.Directive.Setting, $"\n? {string.Join(' ', cases)}", ImmutableArray.Create(doubt.Target));
}
