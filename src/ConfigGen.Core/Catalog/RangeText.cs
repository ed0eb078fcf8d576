using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>Reads the accept_ranges and held_ranges columns of the measured tables.</summary>
/// <remarks>
/// Runs are separated by commas: <c>0..1</c>, a single <c>3</c>, <c>-inf..</c> and <c>..+inf</c> for no limit met, <c>~</c> before a bound known only to
/// the grain of the values tried, <c>..?</c> where higher values were not tried, and <c>all:</c> in front for vectors with every field alike.
/// </remarks>
public static class RangeText
{
    /// <summary>The range; null when the text is empty or of no known form.</summary>
    public static AcceptedRange? Parse(string text)
    {
        var everyField = text.StartsWith("all:", StringComparison.Ordinal);
        var runs = ImmutableArray.CreateBuilder<AcceptedRun>();
        var higherIsUnknown = false;
        foreach (var part in (everyField ? text[4..] : text).Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ParseRun(part) is not { } run)
            {
                return null;
            }

            runs.Add(run);
            higherIsUnknown |= part.EndsWith("..?", StringComparison.Ordinal);
        }

        return runs.Count == 0 ? null : new AcceptedRange(runs.ToImmutable(), higherIsUnknown, everyField);
    }

    /// <summary>The same form that <see cref="Parse"/> reads.</summary>
    public static string Write(AcceptedRange range)
    {
        var runs = range.Runs.Select((run, i) => WriteRun(run, range.HigherIsUnknown && i == range.Runs.Length - 1));
        return (range.EveryField ? "all:" : "") + string.Join(',', runs);
    }

    private static string WriteRun(AcceptedRun run, bool higherIsUnknown)
    {
        var low = run.Low is { } l ? Bound(l, run.LowIsExact) : "-inf";
        var high = run.High is { } h ? Bound(h, run.HighIsExact) : higherIsUnknown ? "?" : "+inf";
        return low == high ? low : $"{low}..{high}";
    }

    private static string Bound(Int128 value, bool isExact) => (isExact ? "" : "~") + value.ToString(CultureInfo.InvariantCulture);

    private static AcceptedRun? ParseRun(string part)
    {
        var dots = part.IndexOf("..", StringComparison.Ordinal);
        var (low, high) = dots < 0 ? (part, part) : (part[..dots], part[(dots + 2)..]);
        if (!TryBound(low, out var lowest, out var lowExact) || !TryBound(high, out var highest, out var highExact))
        {
            return null;
        }

        return new AcceptedRun(lowest, highest, lowExact, highExact);
    }

    private static bool TryBound(string text, out Int128? bound, out bool exact)
    {
        bound = null;
        exact = text is not ['~', ..];
        var digits = exact ? text : text[1..];
        if (digits is "-inf" or "+inf" or "?")
        {
            return true;
        }

        var parsed = Int128.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        bound = value;
        return parsed;
    }
}
