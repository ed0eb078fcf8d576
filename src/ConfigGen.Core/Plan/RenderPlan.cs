using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan;

/// <summary>Everything a spec renders, in memory.</summary>
/// <param name="SpecName">The spec's name.</param>
/// <param name="Artifacts">Sorted by path, ordinally.</param>
public sealed record RenderPlan(string SpecName, ImmutableArray<Artifact> Artifacts);

/// <summary>One file to be written.</summary>
/// <param name="Path">With forward slashes: below the output folder of the spec, "sysctl.d/60-web.conf", or from the top of the repository, ":/files/sysctl.d/60-web.conf".</param>
/// <param name="Content">Text with LF line ends and a final newline.</param>
/// <param name="Pack">The template pack that made it.</param>
public sealed record Artifact(string Path, string Content, string Pack);

/// <summary>One assignment of a fragment, and the line of the spec that it came from.</summary>
/// <param name="Key">Canonical key.</param>
/// <param name="Value">Exactly as it must stand in the fragment.</param>
/// <param name="Origin">Where the spec says so; findings of the self-check point there.</param>
public sealed record PlannedSetting(string Key, string Value, SourceSpan Origin);
