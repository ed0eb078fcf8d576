using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Config;

/// <summary>Where artifacts go instead of into the output folder beside their spec (decision record 0007).</summary>
/// <param name="All">At most one of a kind.</param>
public sealed record Destinations(ImmutableArray<Destination> All)
{
    /// <summary>Everything stays in the output folder.</summary>
    public static Destinations None { get; } = new(ImmutableArray<Destination>.Empty);

    /// <summary>The plan with every artifact in its place; or findings where two of its files would be one.</summary>
    public (RenderPlan? Plan, ImmutableArray<Finding> Findings) Place(RenderPlan plan)
    {
        var placed = plan.Artifacts.Select(a => Place(plan.SpecName, a)).ToList();
        var findings = placed
            .GroupBy(p => p.Artifact.Path, StringComparer.Ordinal)
            .Where(same => same.Select(p => p.Artifact.Content).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(same => Collision([.. same]))
            .ToImmutableArray();
        ImmutableArray<Artifact> artifacts = [.. placed.Select(p => p.Artifact).DistinctBy(a => a.Path, StringComparer.Ordinal).OrderBy(a => a.Path, StringComparer.Ordinal)];
        return findings.IsEmpty ? (plan with { Artifacts = artifacts }, findings) : (null, findings);
    }

    private Placed Place(string name, Artifact artifact)
    {
        foreach (var destination in All)
        {
            if (destination.PathOf(artifact.Path, name) is { } path)
            {
                return new Placed(artifact.Path, artifact with { Path = path }, destination);
            }
        }

        return new Placed(artifact.Path, artifact, null);
    }

    // Paths below the output folder are unique, so two that meet were put there by a destination.
    private static Finding Collision(ImmutableArray<Placed> same) =>
        Finding.Of(RenderCodes.Collision, same[0].Destination!.Pattern.Span, $"{same[0].From} and {same[1].From} would both be {OutputPath.Below(same[0].Artifact.Path)}, with different content.")
            .WithHelp("write {group} as a part of the path: it stands for the targets that get the same values");

    private sealed record Placed(string From, Artifact Artifact, Destination? Destination);
}

/// <summary>The place of one kind of artifact.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Pattern">A folder below the repository with {name} and {group}.</param>
public sealed record Destination(ArtifactKind Kind, Located<string> Pattern)
{
    /// <summary>Where a file of this kind goes, from the top of the repository; null for a file of another kind.</summary>
    /// <param name="path">Below the output folder: the folder of the kind, or that of a target group and then that of the kind.</param>
    /// <param name="name">Name of the spec.</param>
    public string? PathOf(string path, string name)
    {
        var start = Kind.Folder + "/";
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (path.StartsWith(start, StringComparison.Ordinal))
        {
            return Fill(name, "", path[start.Length..]);
        }

        return slash > 0 && path[(slash + 1)..].StartsWith(start, StringComparison.Ordinal) ? Fill(name, path[..slash], path[(slash + 1 + start.Length)..]) : null;
    }

    // Where all targets get the same values there is no group, and its part of the path goes away as it does in the output folder.
    private string Fill(string name, string group, string file)
    {
        var parts = Pattern.Value.Split('/').Select(part => part.Replace("{name}", name, StringComparison.Ordinal).Replace("{group}", group, StringComparison.Ordinal));
        return OutputPath.FromTop(string.Join('/', parts.Where(p => p.Length > 0).Append(file)));
    }
}

/// <summary>A kind of artifact that can be given a destination.</summary>
/// <param name="Name">As .configgen.yaml names it.</param>
/// <param name="Folder">Its folder in the output folder; the destination takes its place.</param>
public sealed record ArtifactKind(string Name, string Folder)
{
    /// <summary>Every kind, in the order of the schema.</summary>
    public static ImmutableArray<ArtifactKind> All { get; } =
    [
        new("sysctl", "sysctl.d"),
        new("modules", "modules-load.d"),
        new("units", "systemd"),
        new("roles", "ansible/roles"),
    ];
}
