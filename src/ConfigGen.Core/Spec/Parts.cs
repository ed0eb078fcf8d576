using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Spec;

/// <summary>TCP keepalive as an intent: how soon a dead peer is noticed.</summary>
/// <param name="Span">The whole block.</param>
public sealed record KeepaliveIntent(SourceSpan Span)
{
    /// <summary>Seconds of silence before the first probe.</summary>
    public Located<long>? Idle { get; init; }

    /// <summary>Seconds between probes.</summary>
    public Located<long>? Interval { get; init; }

    /// <summary>Unanswered probes before the connection is reset.</summary>
    public Located<long>? Probes { get; init; }

    /// <summary>A dead peer must be noticed within this many seconds: idle + interval × probes.</summary>
    public Located<long>? DetectWithin { get; init; }

    /// <summary>Seconds of silence after which the strictest load balancer, NAT or conntrack on the way forgets a connection.</summary>
    public Located<long>? MiddleboxIdleTimeout { get; init; }

    /// <summary>Socket units that get the same intent as KeepAlive* directives.</summary>
    public ImmutableArray<Located<string>> Units { get; init; } = [];
}

/// <summary>Directives for one unit, layers merged and evaluated for every target, to become a drop-in.</summary>
/// <param name="Name">Such as nginx.service or app@.service.</param>
/// <param name="Sections">Each once.</param>
public sealed record UnitSpec(Located<string> Name, ImmutableArray<UnitSection> Sections)
{
    /// <summary>What is known of the file that says so; null for directives of a spec, which become a drop-in.</summary>
    public UnitFileForm? File { get; init; }
}

/// <summary>What is known of a unit file that is judged as it is.</summary>
/// <param name="IsWhole">Whether it is the unit itself rather than a drop-in for one that stands elsewhere.</param>
/// <param name="MainType">For a drop-in: the Type= of the unit that it adds to, empty where that says none; null where the unit was not seen.</param>
public sealed record UnitFileForm(bool IsWhole, string? MainType);

/// <summary>One section of a unit.</summary>
public sealed record UnitSection(Located<string> Name, ImmutableArray<UnitDirective> Directives);

/// <summary>One directive in one of its cases; a directive whose value differs between targets stands there once for each.</summary>
/// <param name="Name">Such as LimitNOFILE; the same span for every case.</param>
/// <param name="Values">Assigned one after the other; an empty value resets what was assigned before.</param>
/// <param name="Span">Where the case is written.</param>
public sealed record UnitDirective(Located<string> Name, ImmutableArray<WrittenField> Values, SourceSpan Span)
{
    /// <summary>The targets that get it, in the order of the spec.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>The targets on which only the host can tell whether it gets it.</summary>
    public ImmutableArray<Target> Possible { get; init; } = [];

    /// <summary>Why, in the user's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a target gets it.</summary>
    public bool IsFor(Target target) => Targets.Any(t => ReferenceEquals(t, target));
}

/// <summary>A finding that the team accepts, with the reason.</summary>
/// <param name="Rule">The code.</param>
/// <param name="Setting">The key or glob it is accepted for; null for everywhere.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day on which it holds; null for ever.</param>
/// <param name="Span">The whole entry.</param>
/// <param name="Inherited">True when a layer brought it: then it may stay unused.</param>
public sealed record IgnoreEntry(Located<string> Rule, Located<string>? Setting, string Reason, Located<DateOnly>? Until, SourceSpan Span, bool Inherited);

/// <summary>Where and how artifacts are written.</summary>
public sealed record OutputOptions
{
    /// <summary>The number that fragment and drop-in names start with, 0..99; 60 unless given.</summary>
    public int Priority { get; init; } = 60;

    /// <summary>No role is rendered.</summary>
    public bool WithoutRole { get; init; }

    /// <summary>Role name; the spec's name with underscores and "_tuning" unless given.</summary>
    public Located<string>? Role { get; init; }

    /// <summary>Keys that the role lets an inventory override.</summary>
    public ImmutableArray<Located<string>> Overridable { get; init; } = [];

    /// <summary>Units that the role may restart.</summary>
    public ImmutableArray<Located<string>> Restart { get; init; } = [];

    /// <summary>Whether the spec says anything about its role; it has one in any case, unless it says that it wants none.</summary>
    public bool HasRole => !WithoutRole && (Role is not null || !Overridable.IsEmpty || !Restart.IsEmpty);
}
