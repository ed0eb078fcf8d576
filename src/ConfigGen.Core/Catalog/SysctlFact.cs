using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>Whether a key is there.</summary>
public enum Existence
{
    /// <summary>Nobody measured or read it; never a reason for more than an information.</summary>
    Unknown,

    /// <summary>The key is there (once its module, if it has one, is loaded).</summary>
    Exists,

    /// <summary>Measured or read to be not there.</summary>
    Absent,
}

/// <summary>Where an answer comes from, best first.</summary>
public enum EvidenceLayer
{
    /// <summary>Recorded on a user's own host.</summary>
    Captured,

    /// <summary>Measured on a booted kernel of exactly this version.</summary>
    Measured,

    /// <summary>Read from this kernel's source; configuration options may still leave a key out.</summary>
    FromSource,

    /// <summary>Both known neighbours of this version agree.</summary>
    Interpolated,

    /// <summary>No answer.</summary>
    None,
}

/// <summary>The layer of an answer and the tables it was taken from, in version order.</summary>
public sealed record Evidence(EvidenceLayer Layer, ImmutableArray<string> Tables)
{
    /// <summary>No answer.</summary>
    public static Evidence None { get; } = new(EvidenceLayer.None, []);
}

/// <summary>The shape of a value.</summary>
public enum SysctlType
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>One integer.</summary>
    Integer,

    /// <summary>Several integers.</summary>
    Vector,

    /// <summary>Text.</summary>
    Text,
}

/// <summary>What one kernel says about one key.</summary>
/// <param name="Key">In sysctl spelling: dots between parts, a slash for a dot inside a name.</param>
/// <param name="Kernel">The kernel asked about.</param>
/// <param name="Existence">Whether it is there.</param>
/// <param name="Evidence">How that is known.</param>
public sealed record SysctlFact(string Key, Kernel Kernel, Existence Existence, Evidence Evidence)
{
    /// <summary>File mode such as 0644; null when not known.</summary>
    public string? Mode { get; init; }

    /// <summary>True when nobody may write the key (0444), false when root may, null when not known.</summary>
    public bool? IsReadOnly => Mode is null ? null : !Mode.Contains('6', StringComparison.Ordinal) && !Mode.Contains('2', StringComparison.Ordinal);

    /// <summary>The module that brings the key; null when built in or not known.</summary>
    public string? Module { get; init; }

    /// <summary>Shape of the value.</summary>
    public SysctlType Type { get; init; }

    /// <summary>Number of fields of a vector, from its default; null when not known.</summary>
    public int? FieldCount { get; init; }

    /// <summary>The value as booted (measured: 1 GiB, 2 CPUs, HZ=250) or as the source initialises it, fields separated by one space; null when not known.</summary>
    public string? Default { get; init; }

    /// <summary>What a write accepts; null when not known.</summary>
    public AcceptedRange? Accepts { get; init; }

    /// <summary>What a write accepts and a read gives back unchanged; null when not known.</summary>
    public AcceptedRange? Holds { get; init; }

    /// <summary>True: a network namespace has its own value. Null when not known.</summary>
    public bool? PerNetworkNamespace { get; init; }

    /// <summary>As measured in a network namespace: OWN, SHARED (a write changes the host) or RO; null when not known.</summary>
    public string? NamespaceKind { get; init; }

    /// <summary>True: a new network namespace starts from the value of the initial one; false: from the compiled default. Null when not known.</summary>
    public bool? InheritsInitial { get; init; }
}
