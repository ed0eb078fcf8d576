using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Verify;

/// <summary>Whether what stands below /proc/sys is what was written: read-back is not byte-equal.</summary>
internal static class ValueMatch
{
    private const string PortList = "ip_local_reserved_ports";

    /// <summary>Compares field by field, integers as integers. A vector that was written in part is compared as far as it was written.</summary>
    public static bool IsSame(string key, string wanted, string found)
    {
        if (key.EndsWith(PortList, StringComparison.Ordinal))
        {
            return Ports(wanted) is { } ports && Ports(found) is { } held ? ports.SetEquals(held) : wanted == found;
        }

        var (left, right) = (Fields(wanted), Fields(found));
        return left.Length == right.Length ? left.Zip(right).All(pair => IsSameField(pair.First, pair.Second))
            : left.Length > 0 && left.Length < right.Length && right.All(IsInteger) && left.Zip(right).All(pair => IsSameField(pair.First, pair.Second));
    }

    /// <summary>The value on one line, fields with one blank between them.</summary>
    public static string OneLine(string value) => string.Join(' ', Fields(value));

    /// <summary>The first field as an integer; null where it is none.</summary>
    public static Int128? Number(string value) =>
        Fields(value) is [var first, ..] && Int128.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string[] Fields(string value) => value.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsInteger(string field) => ValueJudge.Split(field) is [_];

    // The kernel reads 0x10 and 010, and shows 16 and 8.
    private static bool IsSameField(string wanted, string found) =>
        wanted == found || ValueJudge.Split(wanted) is [var left] && ValueJudge.Split(found) is [var right] && left == right;

    // "8080,9000-9002"; the kernel sorts and joins what it is given.
    private static ImmutableHashSet<int>? Ports(string list)
    {
        var ports = ImmutableHashSet.CreateBuilder<int>();
        foreach (var part in list.Split([',', '\n', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', 2);
            if (!int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var low) || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var high) || high > 65535)
            {
                return null;
            }

            ports.UnionWith(Enumerable.Range(low, Math.Max(0, high - low + 1)));
        }

        return ports.ToImmutable();
    }
}
