using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;

namespace ConfigGen.Core.Render;

/// <summary>What rendering needs besides the spec and the catalogue.</summary>
/// <param name="HeaderPath">The spec's path as headers show it: relative to the repository, the same on any machine.</param>
/// <param name="Templates">A team's own template files, by "pack/file" name.</param>
public sealed record RenderRequest(string HeaderPath, ImmutableDictionary<string, string> Templates);

/// <summary>What came of it.</summary>
/// <param name="Plan">Null when a finding is an error: then nothing may be written.</param>
/// <param name="Findings">In no particular order.</param>
public sealed record RenderResult(RenderPlan? Plan, ImmutableArray<Finding> Findings);
