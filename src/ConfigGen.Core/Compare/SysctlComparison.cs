using System.Collections.Immutable;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Compare;

/// <summary>Compares what two sides say about keys.</summary>
internal sealed class SysctlComparison(SysctlCatalog catalog, Side from, Side to)
{
    private readonly List<Change> changes = [];
    private readonly List<string> unknown = [];

    /// <summary>Every key that is known.</summary>
    public static ChangeSet Run(SysctlCatalog catalog, Side from, Side to)
    {
        var comparison = new SysctlComparison(catalog, from, to);
        var keys = catalog.Keys.ToList();
        keys.ForEach(comparison.Compare);
        return new ChangeSet(keys.Count, KeyFamilies.Join(comparison.changes), [.. comparison.unknown]);
    }

    /// <summary>The topic of a key, else its top folder.</summary>
    public static string GroupOf(SysctlCatalog catalog, string key) =>
        catalog.Curated(key)?.Topic is { Length: > 0 } topic ? topic : $"{key[..Math.Max(key.IndexOf('.', StringComparison.Ordinal), 0)]}.*";

    private void Compare(string key)
    {
        var (before, after) = (KeyFacts.Of(catalog, key, from), KeyFacts.Of(catalog, key, to));
        if (before.IsUnknown || after.IsUnknown)
        {
            unknown.Add($"{key}: whether it is there");
            return;
        }

        CompareExistence(key, before, after);
        if (!before.IsNowhere && !after.IsNowhere)
        {
            CompareMode(key, before, after);
            CompareDefault(key, before, after);
            CompareRange(key, before, after);
        }
    }

    private void CompareExistence(string key, KeyFacts before, KeyFacts after)
    {
        if (!before.IsNowhere && after.IsNowhere)
        {
            Add(key, ChangeKind.Gone, "gone" + (before.IsEverywhere ? "" : $" (was there on {before.Some})") + Replacement(key));
        }
        else if (before.IsNowhere && !after.IsNowhere)
        {
            Add(key, ChangeKind.New, "new" + (after.IsEverywhere ? "" : $" (on {after.Some})"));
        }
        else if (before.IsEverywhere != after.IsEverywhere)
        {
            Add(key, ChangeKind.Partly, after.IsEverywhere ? $"there on every kernel (was on {before.Some})" : $"there only on {after.Some}");
        }
    }

    private string Replacement(string key) => catalog.Curated(key)?.ReplacedBy is { } other ? $"; see {other}" : "";

    private void CompareMode(string key, KeyFacts before, KeyFacts after)
    {
        if ((before.IsReadOnly, after.IsReadOnly) is ({ } was, { } isNow) && was != isNow)
        {
            Add(key, isNow ? ChangeKind.ReadOnly : ChangeKind.Writable, isNow ? "read-only now" : "writable now");
        }
    }

    private void CompareDefault(string key, KeyFacts before, KeyFacts after)
    {
        if ((before.Default, after.Default) is not ({ } was, { } isNow))
        {
            unknown.Add($"{key}: its default");
        }
        else if (was != isNow)
        {
            Add(key, ChangeKind.Default, $"default {Shown(was)} → {Shown(isNow)}");
        }
    }

    private void CompareRange(string key, KeyFacts before, KeyFacts after)
    {
        if (before.Accepted is not { } was || after.Accepted is not { } isNow || before.EveryField is null || before.EveryField != after.EveryField)
        {
            unknown.Add($"{key}: the values that it accepts");
            return;
        }

        var (refused, accepted) = (Sure(IntegerRuns.Except(was, isNow), before, after), Sure(IntegerRuns.Except(isNow, was), after, before));
        var text = string.Join("; ", new[] { Part("now refused", refused), Part("now accepted", accepted) }.OfType<string>());
        if (text.Length > 0)
        {
            Add(key, refused.IsEmpty ? ChangeKind.Widened : ChangeKind.Narrowed, text);
        }
    }

    /// <summary>
    /// Bounds that hang on the host or on the timer's frequency are not told apart by the ranges alone: the ends of each run are asked about as values. Runs
    /// beyond 64 bits are wrapped numbers that nobody means.
    /// </summary>
    private static ImmutableArray<(Int128 Low, Int128 High)> Sure(ImmutableArray<(Int128 Low, Int128 High)> runs, KeyFacts accepting, KeyFacts refusing) =>
        [.. runs.Where(run => run.Low <= long.MaxValue && run.High > long.MinValue && new[] { run.Low, run.High }.Where(IsAskable).All(v => IsSure(v, accepting, refusing)) && (IsAskable(run.Low) || IsAskable(run.High)))];

    private static bool IsAskable(Int128 value) => value != Int128.MinValue && value != Int128.MaxValue;

    private static bool IsSure(Int128 value, KeyFacts accepting, KeyFacts refusing)
    {
        var fields = accepting.EveryField == true ? accepting.Facts[0].FieldCount ?? 1 : 1;
        var text = string.Join(' ', Enumerable.Repeat(value.ToString(System.Globalization.CultureInfo.InvariantCulture), fields));
        return accepting.Accepts(text) == Verdict.Accepted && refusing.Accepts(text) == Verdict.Refused;
    }

    private static string? Part(string what, ImmutableArray<(Int128 Low, Int128 High)> runs) => runs.IsEmpty ? null : $"{what}: {IntegerRuns.Text(runs)}";

    private static string Shown(string value) => value.Length == 0 ? "(empty)" : value;

    private void Add(string key, ChangeKind kind, string text) => changes.Add(new Change(GroupOf(catalog, key), key, kind, text));
}
