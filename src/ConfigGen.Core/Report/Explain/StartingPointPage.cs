using ConfigGen.Core.Spec.Binding;
using ConfigGen.Core.Spec.Builtin;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Report.Explain;

/// <summary>A starting point: the spec as it is, which tells its sources and the reason of every value.</summary>
/// <param name="Name">Such as web-server.</param>
/// <param name="Description">One line about the hosts.</param>
/// <param name="Spec">The text of the spec.</param>
public sealed record StartingPointPage(string Name, string Description, string Spec) : IPage
{
    /// <summary>The page of a name; null when there is no such starting point.</summary>
    public static StartingPointPage? Of(string name) =>
        StartingPoints.Find(name) is { } source && YamlReader.Read(source).Root is { } root
            ? new StartingPointPage(name, SpecBinder.Bind(source, root).Spec.Description ?? "", source.Text)
            : null;

    /// <inheritdoc/>
    public string ToText() =>
        $"{StartingPoints.Prefix}{Name}: {Description}\n\nextends: [{StartingPoints.Prefix}{Name}] brings its settings into a spec; configgen init --from {StartingPoints.Prefix}{Name} makes a copy.\n\n{Spec}";

    /// <inheritdoc/>
    public string ToJson() => PageJson.Write("starting-point", json =>
    {
        json.WriteString("name", StartingPoints.Prefix + Name);
        json.WriteString("description", Description);
        json.WriteString("spec", Spec);
    });
}
