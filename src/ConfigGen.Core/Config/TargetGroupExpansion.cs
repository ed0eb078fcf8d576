using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Config;

/// <summary>Puts the targets of a group where a spec names the group.</summary>
internal static class TargetGroupExpansion
{
    /// <summary>The targets in order, those of groups in the order of the group; what a group adds a second time is left out.</summary>
    public static ImmutableArray<TargetSpec> Expand(ImmutableArray<TargetSpec> written, RepositoryConfiguration configuration, ImmutableArray<Finding>.Builder findings)
    {
        var targets = ImmutableArray.CreateBuilder<TargetSpec>();
        foreach (var target in written)
        {
            if (target.Group is not { } group)
            {
                targets.Add(target);
            }
            else if (configuration.TargetGroups.TryGetValue(group.Value, out var members))
            {
                targets.AddRange(members.Where(member => !targets.Any(t => IsSame(t, member))));
            }
            else
            {
                findings.Add(Unknown(group, configuration));
            }
        }

        return targets.ToImmutable();
    }

    private static bool IsSame(TargetSpec a, TargetSpec b) =>
        a.Platform?.Value == b.Platform?.Value
        && a.Kernel?.Value == b.Kernel?.Value
        && a.Capture?.Value == b.Capture?.Value
        && (a.Systemd, a.MemoryBytes, a.Cpus) == (b.Systemd, b.MemoryBytes, b.Cpus);

    private static Finding Unknown(Located<string> group, RepositoryConfiguration configuration)
    {
        var closest = Spelling.Closest(group.Value, configuration.TargetGroups.Keys, 1);
        return Finding.Of(SpecCodes.UnknownGroup, group.Span, $"'{group.Value}' is not a target group of this repository.{Spelling.Question(closest)}") with
        {
            Help = configuration.TargetGroups.IsEmpty
                ? "name it at the top of the repository, in .configgen.yaml: targets: {web-hosts: [{platform: debian-12}]}"
                : $"groups in .configgen.yaml: {string.Join(", ", configuration.TargetGroups.Keys)}",
            Fix = closest is [var one] ? new Fix(group.Span, one, $"Write '{one}'", IsSafe: false) : null,
        };
    }
}
