using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec.Layers;
using Items = System.Collections.Immutable.ImmutableSortedDictionary<string, ConfigGen.Core.Spec.Layers.LayerItem>;

namespace ConfigGen.Core.Spec.Resolve;


/// <summary>Merged layers to a resolved spec: every setting evaluated for every target.</summary>
internal static class SpecResolution
{
    /// <summary>Every setting on every target; a spec without a valid name gets a stand-in, its error is already reported.</summary>
    public static ResolvedSpec Resolve(MergedSpec merged, ImmutableArray<Target> targets, SysctlCatalog catalog, ImmutableArray<Finding>.Builder findings)
    {
        var (spec, items) = (merged.Spec, merged.Items);
        var name = spec.Name ?? new Located<string>("unnamed", spec.Source.Span(0, 0));
        var settings = items.Values
            .Where(item => item is { Payload: SettingSpec, IsUnset: false })
            .Select(item => Setting(item, targets, catalog, findings));
        ImmutableArray<DirectiveSpec> directives = [.. items.Values.Select(i => i.Payload).OfType<DirectiveSpec>()];
        findings.AddRange(UnitResolution.WithoutCase(directives, targets));
        return new ResolvedSpec(name, targets, [.. settings.OrderBy(s => s.Key.Name, StringComparer.Ordinal)])
        {
            Source = spec.Source,
            HasLayers = !spec.Extends.IsEmpty,
            Description = spec.Description,
            Purpose = Payload<Located<ImmutableArray<Located<string>>>>(items, "purpose")?.Value ?? [],
            Keepalive = Keepalive(spec, items),
            Units = new SocketKeepalive(directives, targets, findings).Expand(UnitResolution.Units(directives, targets), Keepalive(spec, items)),
            UndecidedDirectives = UnitResolution.Undecided(directives, targets),
            Ignores = merged.Ignores,
            Outputs = Outputs(items),
        };
    }

    private static ResolvedSetting Setting(LayerItem item, ImmutableArray<Target> targets, SysctlCatalog catalog, ImmutableArray<Finding>.Builder findings)
    {
        var spec = (SettingSpec)item.Payload;
        var evaluation = new SettingEvaluation(spec, catalog, findings);
        ImmutableArray<TargetValue> values = [.. targets.Select(evaluation.On)];
        if (!values.IsEmpty && spec.Cases.Length > 0 && spec.Cases.All(c => c.When is not null) && values.All(v => v is { Value: null, Undecided: null }))
        {
            findings.Add(Finding.Of(SpecCodes.NoCase, spec.KeySpan, $"No case of {spec.Key} holds on any target, so nothing is written for it.")
                .WithHelp("add a last case without when, or remove the setting")
                .About(spec.Key.Name));
        }

        return new ResolvedSetting(spec.Key, spec.KeySpan, values)
        {
            Reason = spec.Cases.Select(c => c.Reason).FirstOrDefault(r => r is not null),
            Final = item.Final,
            Pin = spec.Pin,
            Cases = values.Any(v => v.Undecided is not null) ? evaluation.HostCases() : [],
            FromKeepalive = spec.FromKeepalive,
            Overridden = [.. item.Overridden.Select(o => new RelatedLayerValue(o.Span, o.Text))],
        };
    }

    private static KeepaliveIntent? Keepalive(TuningSpec spec, Items items)
    {
        var merged = new KeepaliveIntent(spec.Keepalive?.Span ?? spec.Source.Span(0, 0))
        {
            Idle = Payload<Located<long>>(items, "keepalive idle"),
            Interval = Payload<Located<long>>(items, "keepalive interval"),
            Probes = Payload<Located<long>>(items, "keepalive probes"),
            DetectWithin = Payload<Located<long>>(items, "keepalive detect_within"),
            MiddleboxIdleTimeout = Payload<Located<long>>(items, "keepalive middlebox_idle_timeout"),
            Units = items.TryGetValue("keepalive units", out var units) ? (ImmutableArray<Located<string>>)units.Payload : [],
        };
        return items.Keys.Any(k => k.StartsWith("keepalive ", StringComparison.Ordinal)) ? merged : null;
    }

    private static OutputOptions Outputs(Items items) => new()
    {
        Priority = Payload<Located<int>>(items, "outputs sysctl priority")?.Value ?? 60,
        WithoutRole = Payload<Located<bool>>(items, "outputs ansible") is { Value: false },
        Role = Payload<Located<string>>(items, "outputs ansible role"),
        Overridable = Payload<Located<ImmutableArray<Located<string>>>>(items, "outputs ansible overridable")?.Value ?? [],
        Restart = Payload<Located<ImmutableArray<Located<string>>>>(items, "outputs ansible restart")?.Value ?? [],
    };

    private static T? Payload<T>(Items items, string path)
        where T : class =>
        items.TryGetValue(path, out var item) ? (T)item.Payload : null;
}
