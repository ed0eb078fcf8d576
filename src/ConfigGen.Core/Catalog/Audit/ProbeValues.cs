using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog.Audit;

/// <summary>Values worth asking about: the bounds that any table has for a key, their neighbours, and round numbers.</summary>
internal static class ProbeValues
{
    private static readonly ImmutableArray<Int128> Round =
    [
        -2147483649, -2147483648, -1, 0, 1, 2, 3, 10, 100, 255, 256, 1000, 4096, 65535, 65536, 1000000, 8589934, 8589935, 20000000, 100000000, 2147483647, 2147483648,
        4294967295, 4294967296, long.MaxValue, ulong.MaxValue,
    ];

    /// <summary>Every value to ask about, each once.</summary>
    /// <param name="rows">The rows of the key in every table.</param>
    public static IEnumerable<Int128> Of(IEnumerable<TableRow> rows) =>
        rows.SelectMany(Bounds).Distinct().SelectMany(b => new[] { b - 1, b, b + 1 }).Concat(Round).Distinct();

    /// <summary>What the row itself says about an integer; a source table is silent about values inside its bounds where the handler checks more.</summary>
    public static Verdict Truth(TableKind kind, TableRow row, Int128 value) =>
        kind == TableKind.Measured ? RangeText.Parse(row["accept_ranges"])?.Check(value) ?? Verdict.Unknown
        : row["min"].Length + row["max"].Length == 0 ? Verdict.Unknown
        : SourceRange.Read(row).Check(value);

    /// <summary>The value as it is written to the key: vectors that were measured with every field alike, or whose bounds hold for each, get it in each.</summary>
    public static string Text(TableKind kind, TableRow row, Int128 value, int fields)
    {
        var everyField = kind == TableKind.Source || row["accept_ranges"].StartsWith("all:", StringComparison.Ordinal);
        return string.Join(' ', Enumerable.Repeat(value.ToString(CultureInfo.InvariantCulture), everyField ? fields : 1));
    }

    private static IEnumerable<Int128> Bounds(TableRow row) =>
        (RangeText.Parse(row["accept_ranges"])?.Runs.SelectMany(r => new[] { r.Low, r.High }) ?? [])
            .Concat([Bound(row["min"]), Bound(row["max"])]).OfType<Int128>();

    private static Int128? Bound(string text) =>
        Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
