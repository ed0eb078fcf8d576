using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Render.SelfCheck;

namespace ConfigGen.Core.Render;

/// <summary>Fragments for sysctl.d.</summary>
internal sealed class SysctlFormat : IArtifactFormat
{
    /// <inheritdoc/>
    public string Reader => "sysctl";

    /// <inheritdoc/>
    public bool Applies(PlannedFragment fragment) => fragment.Settings.Length > 0;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?> Model(PlannedFragment fragment, string header) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["header"] = header,
            ["about"] = ModelText.Lines(fragment.About),
            ["settings"] = fragment.Settings.Select(Setting).ToList(),
        };

    /// <inheritdoc/>
    public ImmutableArray<Finding> Check(string path, string text, PlannedFragment fragment) =>
        SysctlSelfCheck.Compare(path, text, [.. fragment.Settings.Select(s => s.Planned)]);

    /// <summary>One setting as templates see it.</summary>
    public static object? Setting(FragmentSetting setting) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["key"] = setting.Planned.Key,
            ["value"] = setting.Planned.Value,
            ["comments"] = ModelText.Lines(setting.Comments),
        };
}
