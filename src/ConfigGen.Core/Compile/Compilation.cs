using System.Collections.Immutable;
using ConfigGen.Core.Baselines;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Compile;

/// <summary>What to compile.</summary>
/// <param name="SpecPath">The spec's path, as findings show it.</param>
/// <param name="Loader">Reads the spec and its layers.</param>
/// <param name="Today">Today's date: ignores expire by it.</param>
/// <param name="HeaderPath">The spec's path as rendered headers show it: relative to the repository, the same on any machine.</param>
public sealed record CompileRequest(string SpecPath, ISourceLoader Loader, DateOnly Today, string HeaderPath)
{
    /// <summary>False when the spec stands outside of any repository: then a layer may be anywhere near it.</summary>
    public bool IsInRepository { get; init; } = true;

    /// <summary>What the repository says in .configgen.yaml; the caller has reported what is wrong with it.</summary>
    public RepositoryConfiguration Configuration { get; init; } = RepositoryConfiguration.Empty;

    /// <summary>Targets to evaluate the spec for in the place of its own; then nothing is judged and nothing planned. Null for its own ones.</summary>
    /// <remarks>Memory and processors that they do not say are those of the spec's own targets, where all of them have the same.</remarks>
    public ImmutableArray<Target>? InsteadOfTargets { get; init; }

    /// <summary>Findings that are known and not reported; null for none.</summary>
    public BaselineFilter? Baseline { get; init; }

    /// <summary>Template files that take the place of built-in ones, by "pack/file" name.</summary>
    public ImmutableDictionary<string, string> Templates { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>What came of it.</summary>
/// <param name="Findings">Sorted by file, place and code.</param>
/// <param name="Spec">Null when the input was too broken to resolve.</param>
/// <param name="Plan">Null when there is an error, or when the spec is a layer.</param>
public sealed record Compilation(ImmutableArray<Finding> Findings, ResolvedSpec? Spec, RenderPlan? Plan)
{
    /// <summary>What the spec accepts by its <c>ignore</c> entries, sorted like the findings; at most a thousand.</summary>
    public ImmutableArray<AcceptedFinding> Accepted { get; init; } = [];

    /// <summary>What the baseline of the request knows, and is not among the findings; sorted like them.</summary>
    public ImmutableArray<Finding> Known { get; init; } = [];

    /// <summary>True when nothing may be written.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == Severity.Error);
}
