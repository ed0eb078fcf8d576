using System.Collections.Immutable;

namespace ConfigGen.Core.Render;

/// <summary>One value that a template can read.</summary>
/// <param name="Path">With its members; an item of a list is []: "settings[].key".</param>
/// <param name="Kind">text, number, flag, list or map.</param>
/// <param name="Meaning">A sentence without a full stop.</param>
internal sealed record ModelField(string Path, string Kind, string Meaning)
{
    public const string Text = "text";
    public const string Number = "number";
    public const string Flag = "flag";
    public const string List = "list";
}

/// <summary>What templates see, by the reader that their pack declares. The page templates/MODEL.md and the linting of packs come from here; a test holds it
/// equal to what is really given.</summary>
internal static class PackModel
{
    private static readonly ModelField Header = new("header", ModelField.Text, "Where the file comes from and that it is not to be edited, one line");

    private static readonly ImmutableArray<ModelField> About =
    [
        new("about", ModelField.List, "What a reader must know about the whole file"),
        new("about[]", ModelField.Text, "One line of it, at most 98 characters"),
    ];

    private static readonly ImmutableArray<ModelField> Settings =
    [
        new("settings", ModelField.List, "Settings in the order in which the kernel must be given them"),
        new("settings[].key", ModelField.Text, "Such as net.core.somaxconn"),
        new("settings[].value", ModelField.Text, "Exactly as it must be written"),
        .. Comments("settings[]", "Reasons, warnings and units"),
    ];

    private static readonly ImmutableArray<ModelField> Modules =
    [
        new("modules", ModelField.List, "Modules without which some keys do not exist, by name"),
        new("modules[].name", ModelField.Text, "As modprobe takes it"),
        new("modules[].keys", ModelField.List, "The keys that it brings"),
        new("modules[].keys[]", ModelField.Text, "One key"),
        .. Comments("modules[]", "What it brings, in words"),
    ];

    private static readonly ImmutableArray<ModelField> Sections =
    [
        new("sections", ModelField.List, "Sections of the drop-in"),
        new("sections[].name", ModelField.Text, "Without brackets: Service"),
        new("sections[].directives", ModelField.List, "Assignments in their order; one name may come more than once"),
        new("sections[].directives[].name", ModelField.Text, "Such as LimitNOFILE"),
        new("sections[].directives[].value", ModelField.Text, "Empty to take back what was assigned before"),
        .. Comments("sections[].directives[]", "Reasons and warnings"),
    ];

    private static readonly ImmutableArray<ModelField> Role =
    [
        Header,
        new("about", ModelField.List, "The header, broken into lines of at most 76 characters"),
        new("about[]", ModelField.Text, "One line of it"),
        new("long", ModelField.Flag, "Names make lines longer than 80 characters, which YAML cannot break"),
        new("role", ModelField.Text, "The role's name"),
        new("name", ModelField.Text, "The spec's name"),
        new("hosts", ModelField.Text, "The spec's name with underscores, for a group of an inventory"),
        new("description", ModelField.Text, "What the hosts are for"),
        new("platforms", ModelField.List, "Distributions, as Ansible Galaxy names them"),
        new("platforms[]", ModelField.Text, "Such as Debian"),
        new("groups", ModelField.List, "Groups of targets that get the same files"),
        new("groups[].folder", ModelField.Text, "The folder of its files; empty where there is one group"),
        new("groups[].targets", ModelField.Text, "Its targets, separated by commas"),
        new("fragments", ModelField.List, "The fragments of all groups"),
        new("fragments[].group", ModelField.Text, "The group's label"),
        new("fragments[].src", ModelField.Text, "The file below the role's files"),
        new("has_files", ModelField.Flag, "There are files besides the fragments"),
        new("has_units", ModelField.Flag, "There are drop-ins"),
        new("overridable", ModelField.List, "Settings that an inventory may override"),
        new("overridable[].variable", ModelField.Text, "The variable's name, with the role's prefix"),
        new("overridable[].key", ModelField.Text, "The setting"),
        new("overridable[].type", ModelField.Text, "int or str"),
        new("overridable[].default", ModelField.Text, "As YAML: quoted where it is text"),
        new("overridable[].accepts", ModelField.List, "What the kernels accept, in words"),
        new("overridable[].accepts[]", ModelField.Text, "One line of it"),
        new("overridable[].conditions", ModelField.List, "Conditions for assert, each a list of lines"),
        new("overridable[].conditions[]", ModelField.List, "One condition"),
        new("overridable[].conditions[][]", ModelField.Text, "One line of it"),
        new("restart", ModelField.List, "Services that may be restarted"),
        new("restart[]", ModelField.Text, "One of them"),
        new("undecided", ModelField.List, "Keys that the role decides on the host"),
        new("undecided[]", ModelField.Text, "One of them"),
        new("plan", ModelField.List, "The plan that the role's program reads, as JSON"),
        new("plan[].indent", ModelField.Number, "Blanks that the line begins with"),
        new("plan[].text", ModelField.Text, "The rest of the line"),
    ];

    private static readonly ImmutableArray<ModelField> Host =
    [
        Header,
        new("name", ModelField.Text, "The spec's name"),
        new("description", ModelField.Text, "What the hosts are for"),
        new("priority", ModelField.Number, "The number that file names start with"),
        new("folder", ModelField.Text, "The group's folder; empty where there is one group"),
        new("targets", ModelField.List, "The targets of the group"),
        new("targets[]", ModelField.Text, "One of them: debian-12"),
        .. Settings,
        .. Modules,
        new("units", ModelField.List, "Drop-ins, by unit"),
        new("units[].unit", ModelField.Text, "The unit, or the file of systemd's own configuration"),
        .. Sections.Select(f => f with { Path = $"units[].{f.Path}" }),
        new("files", ModelField.List, "What the other packs rendered for these hosts"),
        new("files[].path", ModelField.Text, "Below /etc: sysctl.d/60-web.conf"),
        new("files[].lines", ModelField.List, "The lines of the file"),
        new("files[].lines[]", ModelField.Text, "One line without its end"),
    ];

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<ModelField>> ByReader = new Dictionary<string, ImmutableArray<ModelField>>(StringComparer.Ordinal)
    {
        ["sysctl"] = [Header, .. About, .. Settings],
        ["modules-load"] = [Header, .. About, .. Modules],
        ["unit"] = [Header, .. About, new("unit", ModelField.Text, "The unit, or the file of systemd's own configuration"), .. Sections],
        [RoleFormat.PlanReader] = Role,
        [RoleFormat.TextReader] = Role,
        [RoleFormat.YamlReader] = Role,
        [HostFilesFormat.JsonReader] = Host,
        [HostFilesFormat.TextReader] = Host,
        [HostFilesFormat.YamlReader] = Host,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Every reader, sorted.</summary>
    public static IEnumerable<string> Readers => ByReader.Keys;

    /// <summary>What the templates of a reader see; empty for a reader that does not exist.</summary>
    public static ImmutableArray<ModelField> Of(string reader) => ByReader.GetValueOrDefault(reader, []);

    private static ImmutableArray<ModelField> Comments(string of, string what) =>
    [
        new($"{of}.comments", ModelField.List, $"{what}, as lines for a comment"),
        new($"{of}.comments[]", ModelField.Text, "One line, at most 98 characters"),
    ];
}
