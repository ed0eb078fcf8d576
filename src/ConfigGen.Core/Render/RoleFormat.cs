using System.Collections.Immutable;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Plan.Roles;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Render;

/// <summary>Ansible roles: what their templates are given. A role is made of many files, and of the other packs' files.</summary>
internal sealed class RoleFormat
{
    /// <summary>The YAML of roles and playbooks.</summary>
    public const string YamlReader = "role-yaml";

    /// <summary>The plan that the role's program reads on the host.</summary>
    public const string PlanReader = "role-plan";

    /// <summary>Programs and pages: nothing in them depends on the plan but names.</summary>
    public const string TextReader = "role-text";

    // yamllint's default is 80 columns. Where a name makes lines longer that cannot be folded, the file says so itself.
    private const int LongestName = 26;
    private const int LongestSource = 34;
    private const int LongestVariable = 68;
    private const int YamlWidth = 76;

    private readonly string _header;
    private readonly Dictionary<string, IReadOnlyDictionary<string, object?>> _escaped = new(StringComparer.Ordinal);

    /// <summary>The model of one role's templates.</summary>
    public RoleFormat(RolePlan role, string header)
    {
        (Role, _header) = (role, header);
        Model = Make();
    }

    /// <summary>The names under which pack.yaml asks for files of a role.</summary>
    public static ImmutableArray<string> Readers { get; } = [PlanReader, TextReader, YamlReader];

    /// <summary>The role.</summary>
    public RolePlan Role { get; }

    /// <summary>Plain dictionaries, lists and texts; the same for every template of the pack.</summary>
    public IReadOnlyDictionary<string, object?> Model { get; }

    /// <summary>The model made safe in one of the ways of <see cref="ModelText.Escapes"/>, once for all the templates that ask for it.</summary>
    public IReadOnlyDictionary<string, object?> Escaped(string escape)
    {
        if (!_escaped.TryGetValue(escape, out var model))
        {
            _escaped[escape] = model = ModelText.Escaped(escape, Model);
        }

        return model;
    }

    /// <summary>Whether a file of a pack belongs to the role.</summary>
    public static bool Reads(PackFile file) => Readers.Contains(file.Reader);

    /// <summary>The other packs' files inside the role, each once.</summary>
    public static IEnumerable<Artifact> Files(RolePlan role, string pack) =>
        role.Groups.SelectMany(g => g.Files)
            .DistinctBy(file => file.Source, StringComparer.Ordinal)
            .Select(file => new Artifact($"{Folder(role)}/files/{file.Source}", file.Content, pack));

    /// <summary>Where the role is, below the output folder.</summary>
    public static string Folder(RolePlan role) => $"ansible/roles/{role.Name}";

    private static Dictionary<string, object?> Map(params ReadOnlySpan<(string Key, object? Value)> entries)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }

        return map;
    }

    private Dictionary<string, object?> Make() => Map(
        ("header", _header),
        ("about", CommentText.Wrap(_header, YamlWidth).Cast<object?>().ToList()),
        ("long", IsLong()),
        ("role", Role.Name),
        ("name", Role.Spec),
        ("hosts", Role.Spec.Replace('-', '_')),
        ("description", Role.Description ?? $"Hosts of the class {Role.Spec}."),
        ("platforms", Platforms()),
        ("groups", Role.Groups.Select(g => (object?)Group(g)).ToList()),
        ("fragments", Role.Groups.SelectMany(g => g.Files.Where(f => f.IsFragment).Select(f => (object?)Fragment(g, f))).ToList()),
        ("has_files", Role.Groups.Any(g => g.Files.Any(f => !f.IsFragment))),
        ("has_units", Role.Groups.Any(g => g.Files.Any(f => f.Unit is not null))),
        ("overridable", Role.Overridable.Select(v => (object?)RoleVariableText.Model(v)).ToList()),
        ("restart", Role.Restart.Select(u => (object?)u).ToList()),
        ("undecided", Role.Groups.SelectMany(g => g.Undecided).Select(s => s.Key.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList<object?>()),
        ("plan", RolePlanJson.Lines(Role)));

    private bool IsLong() =>
        Role.Name.Length > LongestName
        || Role.Groups.SelectMany(g => g.Files).Any(f => f.IsFragment && f.Source.Length > LongestSource)
        || Role.Overridable.Any(v => v.Name.Length + v.Default.Length > LongestVariable);

    private List<object?> Platforms()
    {
        var families = Role.Groups.SelectMany(g => g.Targets.Targets).Select(Family).Distinct(StringComparer.Ordinal);
        return [.. families.Order(StringComparer.Ordinal)];
    }

    // As Ansible Galaxy names them.
    private static string Family(Target target) => target.Platform?.Id.Split('-')[0] switch
    {
        "debian" => "Debian",
        "ubuntu" => "Ubuntu",
        "rhel" or "almalinux" or "rocky" or "oracle" or "centos" => "EL",
        "fedora" => "Fedora",
        "amazon" => "Amazon",
        "opensuse" => "opensuse",
        "sles" => "SLES",
        "alpine" => "Alpine",
        "arch" => "ArchLinux",
        _ => "GenericLinux",
    };

    private static Dictionary<string, object?> Group(RoleGroup group) => Map(
        ("folder", group.Targets.Folder),
        ("targets", string.Join(", ", group.Targets.Targets.Select(t => t.Label))));

    private static Dictionary<string, object?> Fragment(RoleGroup group, RoleFile file) => Map(("group", group.Targets.Label), ("src", file.Source));
}
