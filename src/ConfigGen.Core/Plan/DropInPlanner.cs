using System.Collections.Immutable;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Plan;

/// <summary>Decides what stands in each drop-in, before any template is looked at.</summary>
internal static class DropInPlanner
{
    /// <summary>The drop-ins of every group of targets: the folder of a group holds everything that its hosts need.</summary>
    public static ImmutableArray<PlannedFragment> Plan(ResolvedSpec spec)
    {
        var groups = TargetGroups.Of(spec);
        return spec.Units.IsEmpty ? [] :
        [
            .. from grp in groups
               from unit in spec.Units
               from dropIn in DropIns(spec, unit, grp)
               select new PlannedFragment(grp, [], []) { DropIn = dropIn, About = [.. GroupWords.About(spec, grp, groups), .. new[] { DropInVariants.Words(dropIn.Choices) }.OfType<string>()] },
        ];
    }

    private static IEnumerable<PlannedDropIn> DropIns(ResolvedSpec spec, UnitSpec unit, TargetGroup group)
    {
        var name = unit.Name.Value;
        if (UnitKind.Of(name) is not { } kind)
        {
            yield break;
        }

        foreach (var (number, way) in DropInVariants.Of(spec, name, group.Targets[0]).Index())
        {
            var lines = unit.Sections
                .OrderBy(s => kind.Rank(s.Name.Value))
                .ThenBy(s => s.Name.Value, StringComparer.Ordinal)
                .SelectMany(section => new DropInLines(spec, name, section, group, way.Chosen).All())
                .ToImmutableArray();
            if (!lines.IsEmpty)
            {
                yield return new PlannedDropIn(name, $"{kind.Folder}/{name}.d", lines) { Choices = way.Choices, Variant = way.Choices.IsEmpty ? 0 : number + 1 };
            }
        }
    }
}
