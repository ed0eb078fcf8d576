using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Baselines;

/// <summary>Counts the places of findings with the same fingerprint.</summary>
/// <param name="pathOf">From a path as findings show it to the path that a baseline has.</param>
public sealed class BaselinePlaces(Func<string, string> pathOf)
{
    private readonly SortedDictionary<string, (BaselineEntry Entry, HashSet<int> Offsets)> _places = new(StringComparer.Ordinal);

    /// <summary>What was counted, as entries of a baseline.</summary>
    public IEnumerable<BaselineEntry> Entries => _places.Values.Select(p => p.Entry with { Count = p.Offsets.Count });

    /// <summary>The path of the file of a finding, as baselines have it; empty for none.</summary>
    public string FileOf(Finding finding) => (finding.Span?.Source.Path ?? finding.Path) is { } path ? pathOf(path) : "";

    /// <summary>Counts a finding.</summary>
    /// <returns>How many places with its fingerprint there were before its own, and one more.</returns>
    public int Add(Finding finding)
    {
        var file = FileOf(finding);
        var fingerprint = Fingerprints.Of(finding, file);
        if (!_places.TryGetValue(fingerprint, out var known))
        {
            _places[fingerprint] = known = (BaselineEntry.Of(finding, file, 1), []);
        }

        known.Offsets.Add(finding.Span?.Span.Start ?? -1);
        return known.Offsets.Count;
    }

    /// <summary>How many places of a fingerprint were counted.</summary>
    public int CountOf(string fingerprint) => _places.TryGetValue(fingerprint, out var known) ? known.Offsets.Count : 0;
}
