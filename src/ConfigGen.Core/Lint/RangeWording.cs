using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Lint;

/// <summary>An accepted range in words.</summary>
internal static class RangeWording
{
    /// <summary>"1 to 127", "0 or 2 to 5", "at least 0"; "about" where a bound is known only roughly.</summary>
    public static string Of(AcceptedRange range)
    {
        var meant = range.Runs.Where(r => !IsWrapped(r)).ToList();
        var runs = Wording.List((meant.Count > 0 ? meant : [.. range.Runs]).Select(Run), "or");
        return range is { EveryField: true, Runs.Length: > 0 } ? $"{runs} in every field" : runs;
    }

    // Keys kept in 64 bits take numbers from the far end of the scale and wrap them around: nobody means those.
    private static bool IsWrapped(AcceptedRun run) => run.Low > long.MaxValue || run.High <= long.MinValue;

    private static string Run(AcceptedRun run) => (run.Low, run.High) switch
    {
        (null, null) => "any integer",
        ({ } low, null) => $"at least {About(run.LowIsExact)}{low}",
        (null, { } high) => $"at most {About(run.HighIsExact)}{high}",
        ({ } low, { } high) when low == high => $"{low}",
        ({ } low, { } high) => $"{About(run.LowIsExact)}{low} to {About(run.HighIsExact)}{high}",
    };

    private static string About(bool exact) => exact ? "" : "about ";
}
