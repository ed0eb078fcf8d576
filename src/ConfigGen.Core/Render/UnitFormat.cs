using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Render.SelfCheck;

namespace ConfigGen.Core.Render;

/// <summary>Drop-ins for units and for systemd's own configuration files.</summary>
internal sealed class UnitFormat : IArtifactFormat
{
    /// <inheritdoc/>
    public string Reader => "unit";

    /// <inheritdoc/>
    public bool Applies(PlannedFragment fragment) => fragment.DropIn is not null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?> Model(PlannedFragment fragment, string header) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["header"] = CommentText.OneLine(header),
            ["about"] = ModelText.Lines(fragment.About),
            ["unit"] = fragment.DropIn!.Unit,
            ["sections"] = Sections(fragment.DropIn),
        };

    /// <inheritdoc/>
    public ImmutableArray<Finding> Check(string path, string text, PlannedFragment fragment) =>
        UnitSelfCheck.Compare(path, text, fragment.DropIn!.Lines);

    /// <summary>The sections of a drop-in as templates see them.</summary>
    public static List<object?> Sections(PlannedDropIn dropIn) =>
        [.. dropIn.Lines.GroupBy(l => l.Section, StringComparer.Ordinal).Select(Section)];

    private static object? Section(IGrouping<string, PlannedDirective> section) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = section.Key,
            ["directives"] = section.Select(Directive).ToList(),
        };

    private static object? Directive(PlannedDirective directive) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = directive.Name,
            ["value"] = directive.Value,
            ["comments"] = ModelText.Lines(directive.Comments),
        };
}
