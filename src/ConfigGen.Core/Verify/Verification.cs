using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Verify;

/// <summary>How a setting of a spec fares on a host.</summary>
public enum VerifyStatus
{
    /// <summary>As the spec wants it.</summary>
    InForce,

    /// <summary>The kernel holds what it makes of the value, as it is known to.</summary>
    Clamped,

    /// <summary>Something else is in force.</summary>
    Different,

    /// <summary>The host does not have the key or the unit.</summary>
    Absent,

    /// <summary>Not set by any file: what the kernel starts with stays.</summary>
    Unset,

    /// <summary>It is there and cannot be read.</summary>
    Unreadable,

    /// <summary>Cannot be told from what is at hand.</summary>
    Unknown,
}

/// <summary>A file or program that sets a key or a directive.</summary>
/// <param name="Path">The file on the host; the name of a service that has no list.</param>
/// <param name="Line">From 1; null where there is none.</param>
/// <param name="Value">What it sets.</param>
/// <param name="What">How it comes into play, in brackets: "read last at boot".</param>
public sealed record Writer(string Path, int? Line, string Value, string What);

/// <summary>One setting of a spec on one host.</summary>
/// <param name="Name">The key, or "unit Section.Directive".</param>
/// <param name="Status">How it fares.</param>
/// <param name="Span">Where the spec writes the value.</param>
public sealed record VerifiedSetting(string Name, VerifyStatus Status, SourceSpan Span)
{
    /// <summary>What the spec wants there; null where it could not be told.</summary>
    public string? Wanted { get; init; }

    /// <summary>What is there; null where nothing is, or nothing is known.</summary>
    public string? Found { get; init; }

    /// <summary>More about it, a sentence without a full stop; null where there is nothing to say.</summary>
    public string? Detail { get; init; }

    /// <summary>Who sets it to what, in the order in which they do; those that explain what is there.</summary>
    public ImmutableArray<Writer> Writers { get; init; } = [];

    /// <summary>The host is not as the spec wants it.</summary>
    public bool IsDrift => Status is VerifyStatus.Different or VerifyStatus.Absent or VerifyStatus.Unset;
}

/// <summary>One spec on one host.</summary>
/// <param name="Spec">The spec's path.</param>
/// <param name="Host">How the host is called: "this host", the root folder, or the name of its dump.</param>
/// <param name="Settings">Keys by name, then directives by name.</param>
public sealed record HostVerification(string Spec, string Host, ImmutableArray<VerifiedSetting> Settings)
{
    /// <summary>What the host says about its kernel; null where it does not.</summary>
    public string? Kernel { get; init; }

    /// <summary>The platform; null where it is not known.</summary>
    public string? Platform { get; init; }

    /// <summary>Something is not as the spec wants it.</summary>
    public bool HasDrift => Settings.Any(s => s.IsDrift);
}
