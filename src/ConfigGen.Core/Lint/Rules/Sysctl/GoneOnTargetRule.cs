using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2002: a key that exists, but not on every kernel it is set for.</summary>
public sealed class GoneOnTargetRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2002", "gone-on-target", "A sysctl key that a target's kernel does not have", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        // A key that nobody knows is most likely mistyped: CG2001 says so.
        foreach (var setting in context.Spec.Settings.Where(s => context.Catalog.IsInSomeKernel(s.Key.Name)))
        {
            var hosts = setting.Values.Where(v => v.Value is not null).Select(v => (v.Target, Kernels: Lacking(context, setting, v.Target))).ToList();
            var without = hosts.Where(h => !h.Kernels.IsEmpty).ToList();
            if (without.Count > 0)
            {
                context.Report(Gone(context, setting, without, [.. hosts.Where(h => h.Kernels.IsEmpty).Select(h => h.Target)]));
            }
        }
    }

    private static ImmutableArray<Kernel> Lacking(RuleContext context, ResolvedSetting setting, Target target) =>
        [.. context.Facts(setting, target).Where(f => f.Existence == Existence.Absent).Select(f => f.Kernel)];

    private Finding Gone(RuleContext context, ResolvedSetting setting, List<(Target Target, ImmutableArray<Kernel> Kernels)> without, ImmutableArray<Target> having)
    {
        var curated = context.Catalog.Curated(setting.Key.Name);
        var message = $"{setting.Key} does not exist on {Wording.Hosts(without)}{Bounds(curated, without)}.";
        return Finding.Of(Code, setting.KeySpan, message) with { Setting = setting.Key.Name, Help = Help(curated, having, setting) };
    }

    private static string Bounds(CuratedEntry? curated, List<(Target Target, ImmutableArray<Kernel> Kernels)> without)
    {
        var kernels = without.SelectMany(h => h.Kernels).Select(k => k.Version).ToList();
        return curated switch
        {
            { Until: { } until } when kernels.TrueForAll(k => k > until) => $": the last upstream Linux with it was {until}",
            { Since: { } since } when kernels.TrueForAll(k => k < since) => $": upstream Linux has it since {since}",
            _ => "",
        };
    }

    private static string Help(CuratedEntry? curated, ImmutableArray<Target> having, ResolvedSetting setting)
    {
        var instead = curated?.ReplacedBy is { } other ? $"use {other} instead" : "delete the line";
        var platforms = having.Select(t => t.Platform?.Id).Distinct().ToList();
        if (platforms.Count == 0 || platforms.Contains(null))
        {
            return platforms.Count == 0 ? instead : $"{instead}, or keep it in a case with `when` for the targets that have it ({Wording.Targets(having)})";
        }

        var when = platforms.Count == 1 ? platforms[0] : $"[{string.Join(", ", platforms)}]";
        var value = setting.Values.First(v => having.Contains(v.Target)).Value!.AsWritten;
        return $"{instead}, or keep it where it exists: [{{when: {{platform: {when}}}, value: {value}}}]";
    }
}
