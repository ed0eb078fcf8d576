using System.Collections.Immutable;

namespace ConfigGen.Core.Findings;

/// <summary>What the first digit of a code stands for.</summary>
public static class FindingFamilies
{
    /// <summary>By digit.</summary>
    public static ImmutableArray<string> All { get; } = ["input", "spec", "sysctl", "systemd", "relations", "platforms", "rendering", "import"];

    /// <summary>The family of a code such as CG2103.</summary>
    public static string Of(string id) => All[id[2] - '0'];
}
