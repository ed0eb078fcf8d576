using System.Collections.Immutable;

namespace ConfigGen.Core.Compare;

/// <summary>What becomes of a key or directive.</summary>
public enum ChangeKind
{
    /// <summary>There before, not there now.</summary>
    Gone,

    /// <summary>Not there before, there now.</summary>
    New,

    /// <summary>Only some of the kernels of a side have it.</summary>
    Partly,

    /// <summary>May be read and no longer written.</summary>
    ReadOnly,

    /// <summary>May be written now.</summary>
    Writable,

    /// <summary>Fewer values are accepted, or others.</summary>
    Narrowed,

    /// <summary>More values are accepted.</summary>
    Widened,

    /// <summary>Another value where nothing is set.</summary>
    Default,

    /// <summary>A directive that is discouraged now.</summary>
    Deprecated,

    /// <summary>A directive that is read and has no effect any more.</summary>
    Ignored,

    /// <summary>The value of the spec is refused now.</summary>
    Refused,

    /// <summary>The value of the spec is accepted, and another one is in force.</summary>
    Altered,

    /// <summary>The value of the spec is the default now.</summary>
    EqualsDefault,

    /// <summary>The spec itself sets another value there.</summary>
    OtherValue,
}

/// <summary>One change, told from the first side to the second.</summary>
/// <param name="Group">Topic, top folder of the key, or section of the directive.</param>
/// <param name="Name">The key, a family of keys such as net.ipv4.conf.{all,default,lo}.x, or the directive.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Text">The same in words, without the name: "default 128 → 4096".</param>
/// <param name="Breaks">What a spec sets no longer has its effect.</param>
public sealed record Change(string Group, string Name, ChangeKind Kind, string Text, bool Breaks = false);

/// <summary>What a part of a comparison came to.</summary>
/// <param name="Compared">Keys or directives that were looked at.</param>
/// <param name="Changes">By group, name and kind.</param>
/// <param name="Unknown">What could not be compared, as "name: what", sorted; a key may have several.</param>
public sealed record ChangeSet(int Compared, ImmutableArray<Change> Changes, ImmutableArray<string> Unknown);

/// <summary>A comparison of two sides.</summary>
/// <param name="From">The first side.</param>
/// <param name="To">The second side.</param>
/// <param name="Sysctl">Null where it was not asked for, or a side has no kernel.</param>
/// <param name="Systemd">Null where it was not asked for, or a side has no systemd.</param>
public sealed record SideComparison(Side From, Side To, ChangeSet? Sysctl, ChangeSet? Systemd)
{
    /// <summary>The spec whose settings were compared; null where everything was.</summary>
    public string? Spec { get; init; }

    /// <summary>Something that the spec sets no longer has its effect.</summary>
    public bool Breaks => Parts.Any(part => part.Changes.Any(c => c.Breaks));

    private IEnumerable<ChangeSet> Parts => new[] { Sysctl, Systemd }.OfType<ChangeSet>();
}
