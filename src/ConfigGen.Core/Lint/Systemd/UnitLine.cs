using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Lint.Systemd;

/// <summary>One directive of a unit, in one of its cases, with what is known about it.</summary>
/// <param name="Unit">The unit's name, such as nginx.service.</param>
/// <param name="Kind">What kind of file it is.</param>
/// <param name="Section">The section that the spec puts it into.</param>
/// <param name="Directive">As written.</param>
/// <param name="Targets">The targets that get it, or may get it, in the order of the spec.</param>
internal sealed record UnitLine(string Unit, UnitKind Kind, string Section, UnitDirective Directive, ImmutableArray<Target> Targets)
{
    private readonly UnitCatalog _catalog = UnitCatalog.BuiltIn;

    /// <summary>The directive.</summary>
    public string Name => Directive.Name.Value;

    /// <summary>As findings and ignore entries name it: "nginx.service Service.LimitNOFILE".</summary>
    public string Setting => $"{Unit} {Section}.{Name}";

    /// <summary>What the dumps say; null when none has it.</summary>
    public DirectiveFact? Fact => _catalog.Find(Name);

    /// <summary>What the dumps say about it in this section; null when none has it there.</summary>
    public DirectivePlace? Place => Fact?.In(Section);

    /// <summary>What is written about it, for any value.</summary>
    public IEnumerable<DirectiveNote> Notes => _catalog.Notes(Name).Where(n => n.Section is null || n.Section == Section);

    /// <summary>True when some note says that the directive itself is ignored from some version on.</summary>
    public bool IsGoneSomewhere => Notes.Any(n => n is { Ignored: not null, Values.IsEmpty: true });

    /// <summary>Whether the systemd of a target reads it; unknown where the target does not say its version.</summary>
    public Existence On(Target target) =>
        target.Systemd is not { } version ? Existence.Unknown
        : Notes.Any(n => n.Values.IsEmpty && version >= n.Ignored) ? Existence.Absent
        : Place?.On(version) ?? Existence.Unknown;

    /// <summary>The same for each of its targets.</summary>
    public IEnumerable<Existence> OnAll() => Targets.Select(On);

    /// <summary>The parser type on a target; null where it is not known.</summary>
    public string? TypeOn(Target target) => target.Systemd is { } version && On(target) == Existence.Exists ? Place?.TypeOn(version) : null;

    /// <summary>Those of its targets whose systemd was certainly released before the directive; none where it is in no section that knows it.</summary>
    public ImmutableArray<Target> TooOld() =>
        Place is { First: var first } ? Where(t => t.Systemd < first && On(t) == Existence.Absent) : [];

    /// <summary>A finding about the directive.</summary>
    public Finding Finding(FindingCode code, string message, string help) => Finding(code, Directive.Name.Span, message, help);

    /// <summary>A finding about one of its values.</summary>
    public Finding Finding(FindingCode code, SourceSpan span, string message, string help) =>
        Findings.Finding.Of(code, span, message) with { Setting = Setting, Help = help };

    /// <summary>Every directive of the units of a spec, for which the dumps hold; sections that systemd leaves to others (X-…) and files of other programs do not come.</summary>
    public static IEnumerable<UnitLine> Of(ResolvedSpec spec) => All(spec).Where(l => l.Kind.IsUnit);

    /// <summary>The same with system.conf and its like.</summary>
    public static IEnumerable<UnitLine> All(ResolvedSpec spec) =>
        from unit in spec.Units
        let kind = UnitKind.Of(unit.Name.Value)
        where kind is not null
        from section in unit.Sections
        where !IsForeign(section.Name.Value)
        from directive in section.Directives
        select new UnitLine(unit.Name.Value, kind, section.Name.Value, directive, TargetsOf(spec, directive));

    /// <summary>The directives of units, each once, whatever its cases: for what does not depend on the value.</summary>
    public static IEnumerable<UnitLine> Directives(ResolvedSpec spec) =>
        Of(spec).GroupBy(l => l.Setting, StringComparer.Ordinal).Select(cases => cases.ToList() is [var only] ? only : cases.First() with { Targets = InOrder(spec, cases.SelectMany(l => l.Targets)) });

    /// <summary>Lines that stand in one file together: those of each target, or all of them where the spec names no target.</summary>
    public static IEnumerable<ImmutableArray<UnitLine>> Together(ResolvedSpec spec, IEnumerable<UnitLine> lines)
    {
        var all = lines.ToImmutableArray();
        if (spec.Targets.IsEmpty || all.All(l => l.Targets.Length == spec.Targets.Length))
        {
            return [all];
        }

        var sets = all.Select(l => l.Targets.ToHashSet<Target>(ReferenceEqualityComparer.Instance)).ToList();
        return spec.Targets.Select(t => all.Where((_, i) => sets[i].Contains(t)).ToImmutableArray());
    }

    /// <summary>Sections that systemd leaves to other programs.</summary>
    public static bool IsForeign(string section) => section.StartsWith("X-", StringComparison.Ordinal);

    /// <summary>"systemd 252 (debian-12)", "systemd 247 (debian-11) and 252 (debian-12, rhel-9)".</summary>
    public static string Versions(IEnumerable<Target> targets) =>
        "systemd " + Wording.List(targets.GroupBy(t => t.Systemd).OrderBy(g => g.Key).Select(g => $"{g.Key} ({string.Join(", ", g.Select(t => t.Label).Distinct(StringComparer.Ordinal))})"));

    /// <summary>Those of its targets for which something holds.</summary>
    public ImmutableArray<Target> Where(Func<Target, bool> holds) => [.. Targets.Where(holds)];

    private static ImmutableArray<Target> TargetsOf(ResolvedSpec spec, UnitDirective directive) =>
        directive.Possible.IsEmpty ? directive.Targets : InOrder(spec, directive.Targets.Concat(directive.Possible));

    private static ImmutableArray<Target> InOrder(ResolvedSpec spec, IEnumerable<Target> targets)
    {
        var set = targets.ToHashSet<Target>(ReferenceEqualityComparer.Instance);
        return [.. spec.Targets.Where(set.Contains)];
    }
}
