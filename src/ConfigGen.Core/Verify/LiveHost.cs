using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Raw;

namespace ConfigGen.Core.Verify;

/// <summary>What is in force on a host, as far as it was read.</summary>
/// <param name="Name">How reports call it.</param>
public sealed record LiveHost(string Name)
{
    /// <summary>Kernel, platform and size; null where nothing says so.</summary>
    public CapturedHost? Identity { get; init; }

    /// <summary>The id of the platform, where that alone is known.</summary>
    public string? Platform { get; init; }

    /// <summary>Values by key, in sysctl spelling; null for a key that is there and could not be read.</summary>
    public ImmutableSortedDictionary<string, string?> Values { get; init; } = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>False for a table that leaves keys out on purpose: what it does not have may be there all the same.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether there is anything about kernel settings at all.</summary>
    public bool HasKeys => !Values.IsEmpty;

    /// <summary>What systemctl show says, by unit; null where nobody asked it.</summary>
    public ImmutableDictionary<string, UnitState>? Units { get; init; }

    /// <summary>Why nothing is known of a unit, a sentence without a full stop.</summary>
    public string WithoutUnits { get; init; } = "the dump holds no output of systemctl show for it";

    /// <summary>The sysctl files of the host; null where they are not at hand.</summary>
    public SysctlTree? Files { get; init; }

    /// <summary>Whoever else sets keys there.</summary>
    public OtherWriters? Others { get; init; }
}

/// <summary>What systemctl show says about one unit.</summary>
/// <param name="Name">The unit.</param>
/// <param name="Properties">By name; of one that stands there several times all values, a line each.</param>
public sealed record UnitState(string Name, ImmutableDictionary<string, string> Properties)
{
    /// <summary>The unit's files in the order in which they count, read; empty where they are not at hand.</summary>
    public ImmutableArray<UnitFile> Files { get; init; } = [];

    /// <summary>/proc/PID/limits of its main process; null where none runs, or it cannot be read.</summary>
    public string? Limits { get; init; }

    /// <summary>The main process; null where none runs.</summary>
    public string? MainProcess => Properties.GetValueOrDefault("MainPID") is { } pid and not "0" ? pid : null;
}

/// <summary>A unit file or drop-in.</summary>
/// <param name="Path">On the host.</param>
/// <param name="Text">Its text.</param>
public sealed record UnitFile(string Path, string Text);
