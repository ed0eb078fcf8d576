using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Render.SelfCheck;

namespace ConfigGen.Core.Render;

/// <summary>Lists of modules for modules-load.d.</summary>
internal sealed class ModulesLoadFormat : IArtifactFormat
{
    /// <inheritdoc/>
    public string Reader => "modules-load";

    /// <inheritdoc/>
    public bool Applies(PlannedFragment fragment) => fragment.Modules.Length > 0;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?> Model(PlannedFragment fragment, string header) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["header"] = header,
            ["about"] = ModelText.Lines(fragment.About),
            ["modules"] = fragment.Modules.Select(Module).ToList(),
        };

    /// <inheritdoc/>
    public ImmutableArray<Finding> Check(string path, string text, PlannedFragment fragment) =>
        ModulesLoadSelfCheck.Compare(path, text, fragment.Modules);

    /// <summary>One module as templates see it.</summary>
    public static object? Module(PlannedModule module) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = module.Name,
            ["keys"] = module.Keys.Cast<object?>().ToList(),
            ["comments"] = ModelText.Lines([$"Brings {string.Join(", ", module.Keys)}."]),
        };
}
