using System.Collections.Immutable;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Plan;

/// <summary>What heads every file of a group of targets: what it is for, and why others have files of their own.</summary>
internal static class GroupWords
{
    /// <summary>One paragraph an entry.</summary>
    public static IEnumerable<string> About(ResolvedSpec spec, TargetGroup group, ImmutableArray<TargetGroup> groups)
    {
        if (!string.IsNullOrWhiteSpace(spec.Description))
        {
            yield return spec.Description;
        }

        yield return $"For {string.Join(", ", group.Targets.Select(t => t.Label).Distinct(StringComparer.Ordinal))}.";
        if (groups.Length > 1)
        {
            yield return $"Other targets of this spec have files of their own, because these settings differ: {string.Join(", ", Differing(spec))}.";
        }
    }

    private static IEnumerable<string> Differing(ResolvedSpec spec) =>
        spec.Settings
            .Where(s => s.Values.Select(v => v.Value?.Text).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(s => s.Key.Name)
            .Concat(UnitDifferences.Differing(spec));
}
