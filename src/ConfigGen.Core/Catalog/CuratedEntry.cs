using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>What is written about a key, in our own words, with sources.</summary>
public sealed record CuratedEntry(string Key, string Topic, string Summary)
{
    /// <summary>seconds, ms, pages, bytes, kB, packets, count, bool, enum, bitmask, ports …; null where the value has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Names of the fields of a vector, in order.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>Meaning of each value of an enumeration, as "value: meaning", in order.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Meaning of each bit of a mask, as "bit: meaning", in order.</summary>
    public ImmutableArray<string> Bits { get; init; } = [];

    /// <summary>Values that a kernel accepts.</summary>
    public ImmutableArray<string> ValidExamples { get; init; } = [];

    /// <summary>Values that a kernel refuses or that make no sense.</summary>
    public ImmutableArray<string> InvalidExamples { get; init; } = [];

    /// <summary>The default in words ("4096 since 5.4, 128 before").</summary>
    public string? Default { get; init; }

    /// <summary>"memory" or "cpus" where the default is computed at boot.</summary>
    public string? DefaultScalesWith { get; init; }

    /// <summary>The formula of a scaled default, where sourced.</summary>
    public string? DefaultFormula { get; init; }

    /// <summary>Why one changes it.</summary>
    public string? Why { get; init; }

    /// <summary>What goes wrong.</summary>
    public string? Risk { get; init; }

    /// <summary>at-once, new-sockets, next-listen, new-interfaces, service-restart, reboot, module-load.</summary>
    public string? TakesEffect { get; init; }

    /// <summary>Once set, only a reboot takes it back.</summary>
    public bool OneWay { get; init; }

    /// <summary>First upstream version.</summary>
    public KernelVersion? Since { get; init; }

    /// <summary>Last upstream version.</summary>
    public KernelVersion? Until { get; init; }

    /// <summary>What took its place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>What the key still does where it has (nearly) no effect; null for live keys.</summary>
    public string? Obsolete { get; init; }

    /// <summary>Whether <see cref="Obsolete"/> says that it does nothing at all, as entries do whose sentence starts so.</summary>
    public bool HasNoEffect => Obsolete?.StartsWith("it has no effect", StringComparison.Ordinal) == true;

    /// <summary>The first version in which <see cref="Obsolete"/> is true; null for every version at hand.</summary>
    public KernelVersion? ObsoleteSince { get; init; }

    /// <summary>"kind key: note" lines: needs, excludes, overrides, bounded-by, scaled-by, see.</summary>
    public ImmutableArray<string> Relations { get; init; } = [];

    /// <summary>Title and address or path of each source that was read.</summary>
    public ImmutableArray<string> References { get; init; } = [];
}
