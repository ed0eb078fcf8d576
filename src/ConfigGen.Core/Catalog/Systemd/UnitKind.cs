using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>What kind of file a name stands for: where its drop-ins go and which sections it reads.</summary>
/// <param name="Folder">The folder of its drop-ins' folders, below /etc.</param>
/// <param name="Sections">The sections that it reads, in the order in which unit files have them; empty when that is not known.</param>
/// <param name="IsUnit">False for manager files and for networkd's files: the dumps do not list their directives.</param>
public sealed record UnitKind(string Folder, ImmutableArray<string> Sections, bool IsUnit)
{
    private const string Units = "systemd/system";
    private const string Networks = "systemd/network";
    private const string Managers = "systemd";

    // systemd.unit(5): every unit has [Unit] and, when it can be enabled, [Install]; the section of its type carries the rest.
    private static readonly ImmutableSortedDictionary<string, UnitKind> BySuffix = new Dictionary<string, UnitKind>(StringComparer.Ordinal)
    {
        ["service"] = Unit("Service"),
        ["socket"] = Unit("Socket"),
        ["slice"] = Unit("Slice"),
        ["timer"] = Unit("Timer"),
        ["mount"] = Unit("Mount"),
        ["automount"] = Unit("Automount"),
        ["path"] = Unit("Path"),
        ["swap"] = Unit("Swap"),
        ["scope"] = Unit("Scope"),
        ["target"] = new(Units, ["Unit", "Install"], IsUnit: true),
        ["device"] = new(Units, ["Unit", "Install"], IsUnit: true),
        ["network"] = new(Networks, [], IsUnit: false),
        ["netdev"] = new(Networks, [], IsUnit: false),
        ["link"] = new(Networks, [], IsUnit: false),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    // The one section of each, from its manual page (systemd-system.conf(5), journald.conf(5) and so on); networkd.conf has several.
    private static readonly ImmutableSortedDictionary<string, UnitKind> ByManagerFile = new Dictionary<string, UnitKind>(StringComparer.Ordinal)
    {
        ["system.conf"] = Manager("Manager"),
        ["user.conf"] = Manager("Manager"),
        ["journald.conf"] = Manager("Journal"),
        ["logind.conf"] = Manager("Login"),
        ["resolved.conf"] = Manager("Resolve"),
        ["timesyncd.conf"] = Manager("Time"),
        ["oomd.conf"] = Manager("OOM"),
        ["sleep.conf"] = Manager("Sleep"),
        ["coredump.conf"] = Manager("Coredump"),
        ["networkd.conf"] = new(Managers, [], IsUnit: false),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The section that is named after the type of the unit; null where there is none or more than one.</summary>
    public string? OwnSection => Sections.Length switch { 3 => Sections[1], 1 => Sections[0], _ => null };

    /// <summary>The kind of a unit or manager file; null when the name is neither.</summary>
    public static UnitKind? Of(string name)
    {
        var dot = name.LastIndexOf('.');
        return ByManagerFile.GetValueOrDefault(name) ?? (dot > 0 ? BySuffix.GetValueOrDefault(name[(dot + 1)..]) : null);
    }

    /// <summary>Where a section stands among those of the file; unknown ones come last.</summary>
    public int Rank(string section) => Sections.IndexOf(section) is var at and >= 0 ? (Sections[at] == "Install" ? int.MaxValue : at) : Sections.Length;

    private static UnitKind Unit(string section) => new(Units, ["Unit", section, "Install"], IsUnit: true);

    private static UnitKind Manager(string section) => new(Managers, [section], IsUnit: false);
}
