using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Catalog.Audit;

/// <summary>Takes down what was compared.</summary>
internal sealed class AuditTally(FactTable table)
{
    private readonly Dictionary<string, AspectCount> counts = new(StringComparer.Ordinal);
    private readonly List<AuditDifference> contradictions = [];
    private readonly List<AuditDifference> unknowns = [];

    public ImmutableArray<AspectCount> Aspects(IEnumerable<string> names) => [.. names.Where(counts.ContainsKey).Select(name => counts[name])];

    public ImmutableArray<AuditDifference> Contradictions => Sorted(contradictions);

    public ImmutableArray<AuditDifference> Unknowns => Sorted(unknowns);

    /// <summary>One fact: the table says something, and the catalogue the same, something else or nothing (null).</summary>
    /// <param name="row">Null where the table lacks the key.</param>
    public void Add(string aspect, string column, FactRow? row, SysctlFact said, string real, string? answer) =>
        Add(aspect, answer is null ? null : answer == real, () => new AuditDifference(Place(row, column), said.Key, aspect, real, answer, said.Evidence));

    /// <summary>One fact of which the caller knows whether it agrees; null is "no answer".</summary>
    public void Add(string aspect, bool? agrees, Func<AuditDifference> difference)
    {
        var count = counts.GetValueOrDefault(aspect, new AspectCount(aspect, 0, 0, 0));
        counts[aspect] = count.With(agrees);
        if (agrees != true)
        {
            (agrees is null ? unknowns : contradictions).Add(difference());
        }
    }

    /// <summary>Something wrong that belongs to no single fact.</summary>
    public void Wrong(AuditDifference difference) => contradictions.Add(difference);

    public SourceSpan Place(FactRow? row, string column) => row is null ? table.Source.Span(0, 0) : table.Place(row, column);

    private static ImmutableArray<AuditDifference> Sorted(List<AuditDifference> differences) =>
        [.. differences.OrderBy(d => d.Place.Span.Start).ThenBy(d => d.Key, StringComparer.Ordinal).ThenBy(d => d.Aspect, StringComparer.Ordinal)];
}
