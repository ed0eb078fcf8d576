namespace ConfigGen.Core.Spec;

/// <summary>One case of a setting that only a host can decide, with its numbers converted to what the key counts in.</summary>
/// <param name="When">Null where it always holds.</param>
public sealed record HostCase(Condition? When)
{
    /// <summary>Written as it stands; null when the case writes nothing, or when one of the other two is given.</summary>
    public string? Value { get; init; }

    /// <summary>An integer: written where the host's own value is lower.</summary>
    public string? AtLeast { get; init; }

    /// <summary>A share of the host's memory.</summary>
    public OfMemoryValue? Share { get; init; }

    /// <summary>What the key counts in: bytes, kB or pages; null without a share.</summary>
    public string? Unit { get; init; }
}
