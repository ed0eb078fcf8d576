using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;

namespace ConfigGen.Core.Compare;

/// <summary>Compares what two versions of systemd know.</summary>
internal static class DirectiveComparison
{
    /// <summary>Every directive, in every section.</summary>
    public static ChangeSet Run(UnitCatalog catalog, int from, int to)
    {
        var facts = catalog.Names().Select(name => catalog.Find(name)!).ToList();
        var changes = facts.SelectMany(fact => Changes(catalog, fact, from, to));
        var unknown = facts.SelectMany(f => f.Places.Where(p => IsUnknown(p, from, to)).Select(p => $"{f.Name} in [{p.Section}]: whether it is there"));
        return new ChangeSet(
            facts.Sum(f => f.Places.Length),
            [.. changes.OrderBy(c => c.Group, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Kind)],
            [.. unknown.Order(StringComparer.Ordinal)]);
    }

    /// <summary>"deprecated since 252; use MemoryMax" and the like, where a note took hold between two versions; null otherwise.</summary>
    public static (ChangeKind Kind, string Text)? TakesHold(DirectiveNote note, int from, int to)
    {
        var instead = note.Instead is { } other ? $"; use {other}" : "";
        return note.Ignored is { } ignored && ignored > from && ignored <= to ? (ChangeKind.Ignored, $"has no effect since {ignored}{instead}")
            : note.Deprecated is { } deprecated && deprecated > from && deprecated <= to ? (ChangeKind.Deprecated, $"deprecated since {deprecated}{instead}")
            : null;
    }

    /// <summary>What is written about a directive that lost its effect says more than that it is gone.</summary>
    private static IEnumerable<Change> Changes(UnitCatalog catalog, DirectiveFact fact, int from, int to)
    {
        var notes = Notes(catalog, fact, from, to).ToList();
        var lost = notes.Where(n => n.Kind == ChangeKind.Ignored).Select(n => n.Group).ToHashSet(StringComparer.Ordinal);
        return Moves(fact, from, to).Where(m => m.Kind != ChangeKind.Gone || !lost.Contains(m.Group)).Concat(notes);
    }

    private static bool IsUnknown(DirectivePlace place, int from, int to) => place.On(from) == Existence.Unknown || place.On(to) == Existence.Unknown;

    private static IEnumerable<Change> Moves(DirectiveFact fact, int from, int to) =>
        fact.Places
            .Select(p => (p.Section, Was: p.On(from), IsNow: p.On(to)))
            .Where(p => (p.Was, p.IsNow) is (Existence.Exists, Existence.Absent) or (Existence.Absent, Existence.Exists))
            .GroupBy(p => p.IsNow)
            .Select(g => new Change(Group(g.Select(p => p.Section)), fact.Name, g.Key == Existence.Absent ? ChangeKind.Gone : ChangeKind.New, g.Key == Existence.Absent ? "gone" : "new"));

    private static IEnumerable<Change> Notes(UnitCatalog catalog, DirectiveFact fact, int from, int to)
    {
        foreach (var note in catalog.Notes(fact.Name))
        {
            var places = fact.Places.Where(p => note.Section is null || p.Section == note.Section).Where(p => p.On(from) == Existence.Exists).ToList();
            if (places.Count > 0 && TakesHold(note, from, to) is var (kind, text))
            {
                var values = note.Values.IsEmpty ? "" : $"{string.Join(", ", note.Values)}: ";
                yield return new Change(Group(places.Select(p => p.Section)), fact.Name, kind, values + text);
            }
        }
    }

    private static string Group(IEnumerable<string> sections) => string.Join(' ', sections.Order(StringComparer.Ordinal).Select(s => $"[{s}]"));
}
