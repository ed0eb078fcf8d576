using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Compare;

/// <summary>Compares what the directives of a spec come to on two versions of systemd.</summary>
internal sealed class UnitComparison(UnitCatalog catalog, int from, int to)
{
    private readonly List<Change> changes = [];
    private readonly List<string> unknown = [];
    private int compared;

    /// <summary>Every directive of every unit; files whose directives no dump lists are passed over.</summary>
    public static ChangeSet Run(UnitCatalog catalog, int from, int to, ResolvedSpec spec)
    {
        var comparison = new UnitComparison(catalog, from, to);
        foreach (var unit in spec.Units.Where(u => UnitKind.Of(u.Name.Value) is { IsUnit: true }))
        {
            foreach (var (section, directive) in unit.Sections.SelectMany(s => s.Directives.Select(d => (s.Name.Value, d))))
            {
                comparison.Compare(unit.Name.Value, section, directive);
            }
        }

        var sorted = comparison.changes.OrderBy(c => c.Group, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Kind);
        return new ChangeSet(comparison.compared, [.. sorted], [.. comparison.unknown.Order(StringComparer.Ordinal)]);
    }

    private void Compare(string unit, string section, UnitDirective directive)
    {
        compared++;
        var name = $"{section}.{directive.Name.Value}";
        var place = catalog.Find(directive.Name.Value)?.In(section);
        switch ((place?.On(from) ?? Existence.Unknown, place?.On(to) ?? Existence.Unknown))
        {
            case (_, Existence.Unknown):
                unknown.Add($"{unit} {name}: whether it is there");
                break;
            case (Existence.Absent, Existence.Absent):
                Add(unit, name, ChangeKind.Gone, $"systemd {to} passes over the line, as {from} does");
                break;
            case (_, Existence.Absent):
                CompareGone(unit, section, directive);
                break;
            case (Existence.Absent, Existence.Exists):
                Add(unit, name, ChangeKind.New, "known now, and takes effect");
                break;
            case (_, Existence.Exists):
                CompareValues(unit, section, directive, place!);
                break;
        }
    }

    private void CompareGone(string unit, string section, UnitDirective directive)
    {
        var note = catalog.Notes(directive.Name.Value).FirstOrDefault(n => n.Values.IsEmpty && (n.Section is null || n.Section == section) && n.Ignored <= to);
        var text = note is not null && DirectiveComparison.TakesHold(note, from, to) is (ChangeKind.Ignored, var told) ? told : "gone: systemd passes over the line";
        Add(unit, $"{section}.{directive.Name.Value}", ChangeKind.Gone, text, breaks: note is not { Harmless: true });
    }

    private void CompareValues(string unit, string section, UnitDirective directive, DirectivePlace place)
    {
        foreach (var value in directive.Values.Select(v => v.Text).Where(v => v.Length > 0))
        {
            var name = $"{section}.{directive.Name.Value}";
            foreach (var note in catalog.Notes(directive.Name.Value).Where(n => n.Covers(section, value)))
            {
                if (DirectiveComparison.TakesHold(note, from, to) is var (kind, text))
                {
                    Add(unit, name, kind, $"= {value}: {text}", breaks: kind == ChangeKind.Ignored && !note.Harmless);
                }
            }

            var (was, isNow) = (Form(directive, place, from), Form(directive, place, to));
            if (isNow?.Takes(value) == false && was?.Takes(value) != false)
            {
                Add(unit, name, ChangeKind.Refused, $"= {value}: refused now; it takes {isNow.Description}", breaks: true);
            }
        }
    }

    private static ValueForm? Form(UnitDirective directive, DirectivePlace place, int version) =>
        place.TypeOn(version) is { } type ? ValueForms.Of(directive.Name.Value, type) : null;

    private void Add(string unit, string name, ChangeKind kind, string text, bool breaks = false) => changes.Add(new Change(unit, name, kind, text, breaks));
}
