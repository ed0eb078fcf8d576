using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>Whether a value is accepted.</summary>
public enum Verdict
{
    /// <summary>Not measured there.</summary>
    Unknown,

    /// <summary>A write succeeds.</summary>
    Accepted,

    /// <summary>A write fails.</summary>
    Refused,
}

/// <summary>One run of accepted integers; null ends are open (no limit met within -2^63..2^64).</summary>
/// <param name="Low">Lowest accepted value.</param>
/// <param name="High">Highest accepted value.</param>
/// <param name="LowIsExact">False where the bound is known only to the grain of the values tried.</param>
/// <param name="HighIsExact">The same for the upper bound.</param>
public sealed record AcceptedRun(Int128? Low, Int128? High, bool LowIsExact = true, bool HighIsExact = true)
{
    /// <summary>Whether a value lies between the bounds, taken as they stand.</summary>
    public bool Contains(Int128 value) => (Low is not { } low || value >= low) && (High is not { } high || value <= high);
}

/// <summary>The integers that a write accepts, as runs in ascending order.</summary>
/// <param name="Runs">Ascending, not overlapping.</param>
/// <param name="HigherIsUnknown">Values above the last run were not tried.</param>
/// <param name="EveryField">For vectors: the runs hold for every field; otherwise for the first alone.</param>
public sealed record AcceptedRange(ImmutableArray<AcceptedRun> Runs, bool HigherIsUnknown, bool EveryField)
{
    /// <summary>What the runs say about one integer: unknown between an approximate bound and the next run, and above what was tried.</summary>
    public Verdict Check(Int128 value)
    {
        for (var i = 0; i < Runs.Length; i++)
        {
            if (Runs[i].Low is { } low && value < low)
            {
                var afterExact = i == 0 || Runs[i - 1].HighIsExact;
                return afterExact && Runs[i].LowIsExact ? Verdict.Refused : Verdict.Unknown;
            }

            if (Runs[i].Contains(value))
            {
                return IsOpenAndUntried(i, value) ? Verdict.Unknown : Verdict.Accepted;
            }
        }

        return !HigherIsUnknown && Runs[^1].HighIsExact ? Verdict.Refused : Verdict.Unknown;
    }

    /// <summary>The same with nothing said about values outside of two bounds (null: no bound); null where nothing is left.</summary>
    public AcceptedRange? Within(Int128? low, Int128? high)
    {
        var left = Runs.Where(r => !(r.High < low) && !(r.Low > high)).ToArray();
        if (left.Length == 0)
        {
            return null;
        }

        // A bound that is not exact leaves open what lies beyond it.
        left[0] = low is null ? left[0] : left[0] with { Low = left[0].Low > low ? left[0].Low : low, LowIsExact = false };
        left[^1] = high is null ? left[^1] : left[^1] with { High = left[^1].High < high ? left[^1].High : high, HighIsExact = false };
        return this with { Runs = [.. left], HigherIsUnknown = HigherIsUnknown && left[^1].High is null };
    }

    /// <inheritdoc/>
    public bool Equals(AcceptedRange? other) =>
        other is not null && HigherIsUnknown == other.HigherIsUnknown && EveryField == other.EveryField && Runs.SequenceEqual(other.Runs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Runs.Length, Runs[0], Runs[^1], HigherIsUnknown, EveryField);

    private bool IsOpenAndUntried(int index, Int128 value) =>
        HigherIsUnknown && index == Runs.Length - 1 && Runs[index].High is null && Runs[index].Low is var low && (low is null || value > low);
}
