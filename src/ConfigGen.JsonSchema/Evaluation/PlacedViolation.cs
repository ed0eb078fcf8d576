using System.Collections.Immutable;

namespace ConfigGen.JsonSchema;

/// <summary>A violation with its place in the document order of the instance.</summary>
internal sealed record PlacedViolation(SchemaViolation Violation, int[] Order)
{
    /// <summary>In document order; the same violation reached in two ways is given once.</summary>
    public static ImmutableArray<SchemaViolation> Sort(List<PlacedViolation> violations)
    {
        var seen = new HashSet<(string, string, string?)>();
        return
        [
            .. violations
                .OrderBy(v => v.Order, Comparer<int[]>.Create(Compare))
                .Select(v => v.Violation)
                .Where(v => seen.Add((v.InstancePointer, v.SchemaPointer, v.Property))),
        ];
    }

    private static int Compare(int[]? left, int[]? right) => left.AsSpan().SequenceCompareTo(right);
}
