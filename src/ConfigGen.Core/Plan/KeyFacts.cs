using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Plan;

/// <summary>The three things that planning a fragment asks of the catalogue.</summary>
/// <param name="Summary">One line on what a key does; null when nothing is written about it.</param>
/// <param name="IsOneWay">True when only a reboot takes the setting back.</param>
/// <param name="Module">The module that brings a key on a kernel; null when it is built in or not known.</param>
internal sealed record KeyFacts(Func<string, string?> Summary, Func<string, bool> IsOneWay, Func<string, Kernel, string?> Module)
{
    /// <summary>What the role needs besides; knows nothing unless given.</summary>
    public Roles.RoleFacts Role { get; init; } = Roles.RoleFacts.None;

    /// <summary>The same, answered by a catalogue.</summary>
    public static KeyFacts From(SysctlCatalog catalog) => new(
        key => catalog.Curated(key)?.Summary,
        key => catalog.Curated(key)?.OneWay ?? false,
        (key, kernel) => catalog.Lookup(key, kernel).Module)
    {
        Role = Roles.RoleFacts.From(catalog),
    };
}
