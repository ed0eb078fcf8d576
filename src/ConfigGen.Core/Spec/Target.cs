using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Spec;

/// <summary>A kind of host that every setting is judged for.</summary>
/// <param name="Label">How messages and folders name it: the platform, "kernel-6.12.117", or the capture's file name.</param>
/// <param name="Span">Where the spec names it.</param>
/// <param name="Kernels">Every kernel that such a host may run; a value must be accepted by all of them.</param>
public sealed record Target(string Label, SourceSpan Span, ImmutableArray<Kernel> Kernels)
{
    /// <summary>The platform, where one is named.</summary>
    public Platform? Platform { get; init; }

    /// <summary>Major version of systemd; null when not known or not there.</summary>
    public int? Systemd { get; init; }

    /// <summary>Memory of the host in bytes; null when the target does not say.</summary>
    public Int128? MemoryBytes { get; init; }

    /// <summary>Number of CPUs; null when the target does not say.</summary>
    public int? Cpus { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Label;
}
