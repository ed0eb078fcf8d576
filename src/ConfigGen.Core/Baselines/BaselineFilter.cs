using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Baselines;

/// <summary>Takes out of the findings of a spec what a baseline knows.</summary>
/// <param name="baseline">What is known.</param>
/// <param name="pathOf">From a path as findings show it to the path that the baseline has.</param>
public sealed class BaselineFilter(Baseline baseline, Func<string, string> pathOf)
{
    /// <summary>The findings to report and the known ones, both in the order given.</summary>
    /// <remarks>
    /// Places are counted, not findings: a line of a layer is one place in however many specs it is judged. Of more places than the baseline
    /// has, the last ones are new.
    /// </remarks>
    /// <param name="findings">Sorted by place.</param>
    public (ImmutableArray<Finding> Reported, ImmutableArray<Finding> Known) Apply(ImmutableArray<Finding> findings)
    {
        var places = new BaselinePlaces(pathOf);
        var known = findings.Where(f => IsKnown(f, places)).ToHashSet(ReferenceEqualityComparer.Instance);
        return ([.. findings.Where(f => !known.Contains(f))], [.. findings.Where(known.Contains)]);
    }

    private bool IsKnown(Finding finding, BaselinePlaces places) =>
        Baseline.CanHold(finding.Code)
        && baseline.Entries.TryGetValue(Fingerprints.Of(finding, places.FileOf(finding)), out var entry)
        && places.Add(finding) <= entry.Count;
}
