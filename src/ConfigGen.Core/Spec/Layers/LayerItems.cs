using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Spec.Layers;

/// <summary>Takes a spec apart into items, so that one rule of merging serves every part of it.</summary>
internal static class LayerItems
{
    /// <summary>Everything that the spec sets itself, by path.</summary>
    public static ImmutableSortedDictionary<string, LayerItem> Of(TuningSpec spec, ImmutableArray<Finding>.Builder findings)
    {
        var items = ImmutableSortedDictionary.CreateBuilder<string, LayerItem>(StringComparer.Ordinal);
        IEnumerable<LayerItem?> all = [.. Lists(spec), .. Keepalive(spec.Keepalive), .. Units(spec), .. Settings(spec, findings)];
        foreach (var item in all.OfType<LayerItem>())
        {
            items[item.Path] = item;
        }

        return items.ToImmutable();
    }

    private static IEnumerable<LayerItem?> Lists(TuningSpec spec) =>
    [
        spec.Targets is { } targets ? new LayerItem("targets", targets.Span, targets.Span.Text, targets) : null,
        Names("purpose", spec.Purpose),
        spec.Priority is { } priority ? new LayerItem("outputs sysctl priority", priority.Span, priority.Value.ToString(CultureInfo.InvariantCulture), priority) : null,
        spec.Ansible is { } ansible ? new LayerItem("outputs ansible", ansible.Span, ansible.Value ? "true" : "false", ansible) : null,
        spec.Role is { } role ? new LayerItem("outputs ansible role", role.Span, role.Value, role) : null,
        Names("outputs ansible overridable", spec.Overridable),
        Names("outputs ansible restart", spec.Restart),
    ];

    private static LayerItem? Names(string path, Located<ImmutableArray<Located<string>>>? list) =>
        list is null ? null : new LayerItem(path, list.Span, string.Join('\n', list.Value.Select(v => v.Value)), list);

    private static IEnumerable<LayerItem?> Keepalive(KeepaliveIntent? intent) =>
        intent is null
            ? []
            :
            [
                Number("keepalive idle", intent.Idle),
                Number("keepalive interval", intent.Interval),
                Number("keepalive probes", intent.Probes),
                Number("keepalive detect_within", intent.DetectWithin),
                Number("keepalive middlebox_idle_timeout", intent.MiddleboxIdleTimeout),
                intent.Units.IsEmpty ? null : new LayerItem("keepalive units", intent.Units[0].Span, string.Join('\n', intent.Units.Select(u => u.Value)), intent.Units),
            ];

    private static LayerItem? Number(string path, Located<long>? value) =>
        value is null ? null : new LayerItem(path, value.Span, value.Value.ToString(CultureInfo.InvariantCulture), value);

    private static IEnumerable<LayerItem> Units(TuningSpec spec) =>
        spec.Directives.Select(directive => new LayerItem(
            $"units {directive.Unit.Value} {directive.Section.Value} {directive.Name.Value}",
            directive.Name.Span,
            SettingText.Of(directive),
            directive)
        { Final = directive.Final, IsUnset = directive.IsUnset });

    private static IEnumerable<LayerItem> Settings(TuningSpec spec, ImmutableArray<Finding>.Builder findings)
    {
        var settings = spec.Settings.ToDictionary(s => s.Key.Name, StringComparer.Ordinal);
        foreach (var expanded in KeepaliveExpansion.Settings(spec.Keepalive))
        {
            if (settings.TryGetValue(expanded.Key.Name, out var written) && SettingText.Of(written) != SettingText.Of(expanded))
            {
                findings.Add(Finding.Of(SpecCodes.KeepaliveConflict, written.KeySpan, $"{written.Key} is set to {SettingText.Of(written)} here, and the keepalive block makes it {SettingText.Of(expanded)}.")
                    .WithRelated(expanded.KeySpan, "the keepalive block says this")
                    .WithHelp("say it in one place: keep the keepalive block and remove this line")
                    .About(written.Key.Name));
            }

            settings.TryAdd(expanded.Key.Name, expanded);
        }

        return settings.Values.Select(s => new LayerItem($"sysctl {s.Key}", s.KeySpan, SettingText.Of(s), s) { Final = s.Final, IsUnset = s.IsUnset });
    }
}
