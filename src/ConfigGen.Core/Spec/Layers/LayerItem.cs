using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Spec.Layers;

/// <summary>The smallest thing that a layer sets and another may change.</summary>
/// <param name="Path">What it is, unique within a spec: "sysctl net.ipv4.ip_forward", "units nginx.service Service LimitNOFILE".</param>
/// <param name="Span">Where.</param>
/// <param name="Text">What it says, normalised: two items with equal text agree.</param>
/// <param name="Payload">The typed part of the spec.</param>
internal sealed record LayerItem(string Path, SourceSpan Span, string Text, object Payload)
{
    /// <summary>No spec above may change it.</summary>
    public bool Final { get; init; }

    /// <summary>Takes back what a layer set.</summary>
    public bool IsUnset { get; init; }

    /// <summary>What it replaced, nearest first.</summary>
    public ImmutableArray<LayerItem> Overridden { get; init; } = [];

    /// <summary>The path as messages show it.</summary>
    public string Label => Path.StartsWith("sysctl ", StringComparison.Ordinal) ? Path["sysctl ".Length..] : Path.Replace(" ", " → ", StringComparison.Ordinal);
}
