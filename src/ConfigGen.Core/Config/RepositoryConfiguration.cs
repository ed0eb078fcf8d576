using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Config;

/// <summary>What <c>.configgen.yaml</c> says: the settings that all specs of a repository share.</summary>
public sealed record RepositoryConfiguration
{
    /// <summary>Its name, at the top of a repository.</summary>
    public const string FileName = ".configgen.yaml";

    /// <summary>That of a repository without the file, or with an empty one.</summary>
    public static RepositoryConfiguration Empty { get; } = new();

    /// <summary>The specs of the repository: what a command without arguments works on.</summary>
    public ImmutableArray<SpecGlob> Specs { get; init; } = [];

    /// <summary>Where artifacts go.</summary>
    public Destinations Destinations { get; init; } = Destinations.None;

    /// <summary>Targets by the name of their group.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<TargetSpec>> TargetGroups { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<TargetSpec>>(StringComparer.Ordinal);

    /// <summary>Severities by code, and the profile.</summary>
    public SeverityTable Severities { get; init; } = SeverityTable.Empty;

    /// <summary>From which severity on a run fails; null where the file does not say.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>Folder of own template packs below the repository; null where the file does not say.</summary>
    public Located<string>? Templates { get; init; }

    /// <summary>File with the findings that are known and not reported; null where the file does not say.</summary>
    public Located<string>? Baseline { get; init; }
}

/// <summary>One entry under <c>specs</c>.</summary>
/// <param name="Glob">The pattern.</param>
/// <param name="IsExclusion">Written with an exclamation mark: what matches is no spec, whatever the other entries say.</param>
public sealed record SpecGlob(Located<PathGlob> Glob, bool IsExclusion);
