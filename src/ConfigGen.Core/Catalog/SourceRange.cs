using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>The bounds that a source tree states for a key; a bound it does not state is null and means unknown, not unlimited.</summary>
internal sealed record SourceRange(Int128? Low, Int128? High, string Type, bool IsUnsignedLong, bool ChecksMore)
{
    /// <summary>Reads type, min, max and handler. A custom handler ("a -> b") may refuse more than its bounds say.</summary>
    public static SourceRange Read(TableRow row) =>
        new(
            Bound(row["min"]),
            Bound(row["max"]),
            row["type"],
            row["type"] == "ulong" || row["handler"].Contains("doulongvec", StringComparison.Ordinal),
            row["handler"].Contains("->", StringComparison.Ordinal) || row["handler"].Length == 0);

    /// <summary>Outside the stated bounds a write fails; inside it succeeds only where both are known and nothing else looks at the value.</summary>
    public Verdict Check(Int128 value)
    {
        // Before 5.11 or so an unsigned long took negative values and wrapped them; the source tables state 0 all the same.
        if (IsUnsignedLong && value < 0)
        {
            return Verdict.Unknown;
        }

        if (value < Low || value > High)
        {
            return Verdict.Refused;
        }

        return Low is null || High is null || ChecksMore ? Verdict.Unknown : Verdict.Accepted;
    }

    /// <summary>No stated bound is against the value.</summary>
    public bool Holds(Int128 value) => !(value < Low || value > High);

    /// <summary>The range where both ends are stated; null otherwise.</summary>
    public AcceptedRange? ToAcceptedRange() =>
        Low is null || High is null ? null : new AcceptedRange([new AcceptedRun(Low, High)], false, Type.StartsWith("vector", StringComparison.Ordinal));

    private static Int128? Bound(string text) =>
        Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
