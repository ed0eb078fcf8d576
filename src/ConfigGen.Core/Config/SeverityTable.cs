using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Config;

/// <summary>A severity, and the files whose findings get it.</summary>
/// <param name="Files">Null for all files.</param>
public sealed record SeverityCase(PathGlob? Files, Severity Severity);

/// <summary>Severities that a repository gives to codes. Rules never know them: they are applied to what rules have reported.</summary>
/// <param name="Cases">By code; of the cases of one code the first counts that matches the file that a finding stands in.</param>
public sealed record SeverityTable(ImmutableSortedDictionary<string, ImmutableArray<SeverityCase>> Cases)
{
    /// <summary>Changes nothing.</summary>
    public static SeverityTable Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<SeverityCase>>(StringComparer.Ordinal));

    /// <summary>What codes without a case of their own are.</summary>
    public Profile Profile { get; init; } = Profile.Recommended;

    /// <summary>The findings with the severities that they get here, in the same order; without those that the profile leaves out.</summary>
    /// <param name="findings">As reported.</param>
    /// <param name="inRepository">From a path as findings show it to the path below the repository.</param>
    public ImmutableArray<Finding> Apply(ImmutableArray<Finding> findings, Func<string, string> inRepository) =>
        Cases.IsEmpty && Profile == Profile.Recommended ? findings : [.. findings.Select(f => Apply(f, inRepository)).OfType<Finding>()];

    /// <summary>The same for one finding; null when the profile leaves it out.</summary>
    public Finding? Apply(Finding finding, Func<string, string> inRepository)
    {
        if (!Cases.TryGetValue(finding.Code.Id, out var cases))
        {
            return Profiles.Apply(Profile, finding);
        }

        var path = inRepository(finding.Span?.Source.Path ?? finding.Path ?? "");
        return cases.FirstOrDefault(c => c.Files is null || c.Files.Matches(path)) is { } found ? finding with { Severity = found.Severity } : Profiles.Apply(Profile, finding);
    }
}
