using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

/// <summary>Values worth asking about: the bounds that any table has for a key, their neighbours, and round numbers.</summary>
internal static class AuditValues
{
    private static readonly Int128[] Round =
    [
        -2147483649, -2147483648, -1, 0, 1, 2, 3, 10, 100, 255, 256, 1000, 4096, 65535, 65536, 1000000, 8589934, 8589935, 20000000, 100000000, 2147483647, 2147483648,
        4294967295, 4294967296, long.MaxValue, ulong.MaxValue,
    ];

    public static IEnumerable<Int128> For(SysctlCatalog catalog, string key)
    {
        var bounds = catalog.Tables.Select(t => catalog.Row(key, t.Name)).OfType<TableRow>().SelectMany(Bounds);
        return bounds.SelectMany(b => new[] { b - 1, b, b + 1 }).Concat(Round).Distinct();
    }

    /// <summary>What the table itself says; a source table is silent about values inside its bounds where the handler checks more.</summary>
    public static Verdict Truth(TableKind kind, TableRow row, Int128 value) =>
        kind == TableKind.Source ? Stated(row, value) : RangeText.Parse(row["accept_ranges"])?.Check(value) ?? Verdict.Unknown;

    private static Verdict Stated(TableRow row, Int128 value)
    {
        var (low, high) = (Bound(row["min"]), Bound(row["max"]));
        var unsigned = (row["type"] == "ulong" || row["handler"].Contains("doulongvec", StringComparison.Ordinal)) && value < 0;
        return unsigned ? Verdict.Unknown
            : value < low || value > high ? Verdict.Refused
            : low is null || high is null || row["handler"].Contains("->", StringComparison.Ordinal) ? Verdict.Unknown
            : Verdict.Accepted;
    }

    private static IEnumerable<Int128> Bounds(TableRow row) =>
        (RangeText.Parse(row["accept_ranges"])?.Runs.SelectMany(r => new[] { r.Low, r.High }) ?? [])
            .Concat([Bound(row["min"]), Bound(row["max"])]).OfType<Int128>();

    private static Int128? Bound(string text) => Int128.TryParse(text, out var value) ? value : null;
}
