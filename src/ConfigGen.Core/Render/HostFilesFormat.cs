using System.Collections.Immutable;
using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Render.SelfCheck;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Render;

/// <summary>Files of a team's own kind, one for each group of targets: their templates see everything that the hosts of the group get.</summary>
internal sealed class HostFilesFormat(ResolvedSpec spec, string header)
{
    /// <summary>Well-formed YAML.</summary>
    public const string YamlReader = "yaml";

    /// <summary>Well-formed JSON.</summary>
    public const string JsonReader = "json";

    /// <summary>Any text.</summary>
    public const string TextReader = "text";

    /// <summary>The names under which pack.yaml asks for such files.</summary>
    public static ImmutableArray<string> Readers { get; } = [JsonReader, TextReader, YamlReader];

    /// <summary>Whether a file of a pack is of this kind.</summary>
    public static bool Reads(PackFile file) => Readers.Contains(file.Reader);

    /// <summary>Whether texts must be made safe for the inside of double quotes.</summary>
    public static bool IsQuoted(string reader) => reader is YamlReader or JsonReader;

    /// <summary>The model of one group's files.</summary>
    /// <param name="fragments">Everything planned for the group.</param>
    /// <param name="files">What the other packs rendered for its hosts, by the path below /etc.</param>
    public IReadOnlyDictionary<string, object?> Model(TargetGroup group, ImmutableArray<PlannedFragment> fragments, IEnumerable<Artifact> files) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["header"] = header,
            ["name"] = spec.Name.Value,
            ["description"] = spec.Description ?? $"Hosts of the class {spec.Name.Value}.",
            ["priority"] = spec.Outputs.Priority,
            ["folder"] = group.Folder,
            ["targets"] = group.Targets.Select(t => (object?)t.Label).ToList(),
            ["settings"] = fragments.SelectMany(f => f.Settings).Select(SysctlFormat.Setting).ToList(),
            ["modules"] = fragments.SelectMany(f => f.Modules).Select(ModulesLoadFormat.Module).ToList(),
            ["units"] = fragments.Where(f => f.DropIn is not null).Select(f => (object?)Unit(f.DropIn!)).ToList(),
            ["files"] = files.Select(f => (object?)File(group, f)).ToList(),
        };

    /// <summary>Whether the file can be read as what it is said to be.</summary>
    public ImmutableArray<Finding> Check(string reader, string path, string text) => reader switch
    {
        YamlReader => [.. Yaml(path, text).Select(p => SelfCheckFinding.Of(path, p.Line, p.Message, spec.Name.Span))],
        JsonReader => [.. Json(text).Select(p => SelfCheckFinding.Of(path, p.Line, p.Message, spec.Name.Span))],
        _ => [],
    };

    private static IEnumerable<(int? Line, string Message)> Yaml(string path, string text) =>
        Core.Yaml.YamlReader.Read(new SourceText(path, text)).Findings.Select(f => (f.Span?.Start.Line, f.Message));

    private static IEnumerable<(int? Line, string Message)> Json(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return [];
        }
        catch (JsonException problem)
        {
            return [((int?)problem.LineNumber + 1, $"it is not JSON at byte {problem.BytePositionInLine + 1} of the line")];
        }
    }

    private static Dictionary<string, object?> Unit(PlannedDropIn dropIn) => new(StringComparer.Ordinal)
    {
        ["unit"] = dropIn.Unit,
        ["sections"] = UnitFormat.Sections(dropIn),
    };

    private static Dictionary<string, object?> File(TargetGroup group, Artifact file) => new(StringComparer.Ordinal)
    {
        ["path"] = group.Folder.Length == 0 ? file.Path : file.Path[(group.Folder.Length + 1)..],
        ["lines"] = file.Content.TrimEnd('\n').Split('\n').Cast<object?>().ToList(),
    };
}
