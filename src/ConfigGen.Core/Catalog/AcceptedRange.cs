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
public sealed record AcceptedRun(Int128? Low, Int128? High, bool LowIsExact = true, bool HighIsExact = true);

/// <summary>The integers that a write accepts, as runs in ascending order.</summary>
/// <param name="Runs">Ascending, not overlapping.</param>
/// <param name="HigherIsUnknown">Values above the last run were not tried.</param>
/// <param name="EveryField">For vectors: the runs hold for every field; otherwise for the first alone.</param>
public sealed record AcceptedRange(ImmutableArray<AcceptedRun> Runs, bool HigherIsUnknown, bool EveryField);
