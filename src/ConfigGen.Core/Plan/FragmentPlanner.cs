using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Layers;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan;

/// <summary>Decides what stands in each fragment, before any template is looked at.</summary>
internal static class FragmentPlanner
{
    /// <summary>One per group of targets, also for groups in which nothing is set.</summary>
    public static ImmutableArray<PlannedFragment> Plan(ResolvedSpec spec, KeyFacts facts)
    {
        var groups = TargetGroups.Of(spec);
        return [.. groups.Select(group => Fragment(spec, facts, group, groups))];
    }

    /// <summary>Settings that only a host can decide: a plain fragment cannot carry them.</summary>
    public static ImmutableArray<Finding> Undecided(ResolvedSpec spec) =>
        [.. spec.Settings.Where(s => s.Values.Any(v => v.Undecided is not null)).Select(s => Undecided(spec, s))];

    private static Finding Undecided(ResolvedSpec spec, ResolvedSetting setting)
    {
        var open = setting.Values.Where(v => v.Undecided is not null).Select(v => $"{v.Target.Label}: {v.Undecided}");
        var message = $"{setting.Key} cannot be decided for {string.Join("; for ", open)}";
        return spec.Outputs.HasRole
            ? Finding.Of(RenderCodes.LeftToRole, setting.KeySpan, $"{message}: the role decides it on the host, and no plain fragment is rendered for these targets").About(setting.Key.Name)
            : Finding.Of(RenderCodes.Undecided, setting.KeySpan, message) with
            {
                Setting = setting.Key.Name,
                Help = "say more about the target (memory, cpus, kernel), write a value that holds without it, or name a role under outputs.ansible: it decides on the host",
            };
    }

    private static PlannedFragment Fragment(ResolvedSpec spec, KeyFacts facts, TargetGroup group, ImmutableArray<TargetGroup> groups)
    {
        var target = spec.Targets.IndexOf(group.Targets[0]);
        var settings = spec.Settings
            .Where(s => s.Values[target].Value is not null)
            .ToDictionary(s => s.Key.Name, StringComparer.Ordinal);
        var planned = SettingOrder.Sort(settings.Values.Select(s => Planned(s, target)), facts).ToImmutableArray();
        var keepalive = KeepaliveWords.Describe(planned);
        return new PlannedFragment(
            group,
            [.. planned.Select(p => new FragmentSetting(p, Comments(spec, facts, settings[p.Key], keepalive)))],
            ModulePlanner.Plan(planned, group, facts))
        {
            About = [.. GroupWords.About(spec, group, groups)],
            Undecided = [.. spec.Settings.Where(s => group.Targets.Any(t => s.Values[spec.Targets.IndexOf(t)].Undecided is not null))],
        };
    }

    private static PlannedSetting Planned(ResolvedSetting setting, int target)
    {
        var value = setting.Values[target].Value!;
        return new PlannedSetting(setting.Key.Name, value.Text, value.Span);
    }

    private static ImmutableArray<string> Comments(ResolvedSpec spec, KeyFacts facts, ResolvedSetting setting, string? keepalive)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        if (keepalive is not null && setting.Key.Name == KeepaliveWords.StandsAt)
        {
            lines.Add(keepalive);
        }

        var reason = setting.Reason ?? Summary(facts, setting.Key.Name);
        var layer = Layer(spec.Source, setting.KeySpan.Source);
        if (reason is not null || layer is not null)
        {
            lines.Add(string.Join(' ', new[] { reason, layer }.Where(part => part is not null)));
        }

        return lines.ToImmutable();
    }

    // A reviewer needs to know what the line does; the rest is for `explain`. What is written about all interfaces need not hold for one.
    private static string? Summary(KeyFacts facts, string key) =>
        InterfaceKey.IsOfOneInterface(key) ? null : FirstSentence(facts.Summary(key));

    private static string? FirstSentence(string? summary)
    {
        for (var i = 0; i + 2 < summary?.Length; i++)
        {
            if (summary[i] == '.' && summary[i + 1] == ' ' && char.IsUpper(summary[i + 2]))
            {
                return summary[..(i + 1)];
            }
        }

        return summary;
    }

    private static string? Layer(SourceText spec, SourceText source) =>
        source.Path == spec.Path ? null : $"(from {LayerPath.Relative(spec.Path, source.Path)})";
}
