using System.Collections.Immutable;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Compare;

/// <summary>Sets of integers as ascending runs; null where a bound is not known exactly.</summary>
internal static class IntegerRuns
{
    /// <summary>The runs of a range; null where one of its bounds is known only roughly, or higher values were not tried.</summary>
    public static ImmutableArray<(Int128 Low, Int128 High)>? Of(AcceptedRange? range) =>
        range is null || range.HigherIsUnknown || range.Runs.Any(r => !r.LowIsExact || !r.HighIsExact)
            ? null
            : [.. range.Runs.Select(r => (r.Low ?? Int128.MinValue, r.High ?? Int128.MaxValue))];

    /// <summary>What is in both.</summary>
    public static ImmutableArray<(Int128 Low, Int128 High)> Both(ImmutableArray<(Int128 Low, Int128 High)> a, ImmutableArray<(Int128 Low, Int128 High)> b) =>
        [.. a.SelectMany(x => b.Select(y => (Low: Int128.Max(x.Low, y.Low), High: Int128.Min(x.High, y.High)))).Where(r => r.Low <= r.High).Order()];

    /// <summary>What is in the first and not in the second.</summary>
    public static ImmutableArray<(Int128 Low, Int128 High)> Except(ImmutableArray<(Int128 Low, Int128 High)> a, ImmutableArray<(Int128 Low, Int128 High)> b)
    {
        var left = a;
        foreach (var cut in b)
        {
            left = [.. left.SelectMany(run => Cut(run, cut))];
        }

        return left;
    }

    /// <summary>"128..255, 300 and up".</summary>
    public static string Text(ImmutableArray<(Int128 Low, Int128 High)> runs) => string.Join(", ", runs.Select(Text));

    private static IEnumerable<(Int128 Low, Int128 High)> Cut((Int128 Low, Int128 High) run, (Int128 Low, Int128 High) cut)
    {
        if (cut.High < run.Low || cut.Low > run.High)
        {
            yield return run;
            yield break;
        }

        if (cut.Low > run.Low)
        {
            yield return (run.Low, cut.Low - 1);
        }

        if (cut.High < run.High)
        {
            yield return (cut.High + 1, run.High);
        }
    }

    private static string Text((Int128 Low, Int128 High) run) => (run.Low == Int128.MinValue, run.High == Int128.MaxValue) switch
    {
        (true, true) => "any integer",
        (true, false) => $"{run.High} and below",
        (false, true) => $"{run.Low} and up",
        _ => run.Low == run.High ? $"{run.Low}" : $"{run.Low}..{run.High}",
    };
}
