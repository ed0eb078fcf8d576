using System.Collections.Immutable;

namespace ConfigGen.Core.Plan;

/// <summary>Finds the modules without which keys of a fragment are not there when it is applied.</summary>
internal static class ModulePlanner
{
    /// <summary>Every module that brings one of the keys on some kernel of the group, sorted by name.</summary>
    public static ImmutableArray<PlannedModule> Plan(ImmutableArray<PlannedSetting> settings, TargetGroup group, KeyFacts facts)
    {
        var kernels = group.Targets.SelectMany(t => t.Kernels).Distinct().ToImmutableArray();
        var needs =
            from setting in settings
            from module in kernels.Select(kernel => facts.Module(setting.Key, kernel)).Distinct(StringComparer.Ordinal)
            where !string.IsNullOrEmpty(module)
            select (Module: module, Setting: setting);
        return
        [
            .. needs.GroupBy(n => n.Module, n => n.Setting, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new PlannedModule(g.Key, Keys(g), g.First().Origin)),
        ];
    }

    private static ImmutableArray<string> Keys(IEnumerable<PlannedSetting> settings) =>
        [.. settings.Select(s => s.Key).Order(StringComparer.Ordinal)];
}
