using System.Collections.Immutable;

namespace ConfigGen.Core.Lint;

/// <summary>Every rule. A guard test holds this list equal to the rules in the assembly; discovery by reflection would not survive trimming.</summary>
public static class RuleSet
{
    /// <summary>In order of code.</summary>
    public static ImmutableArray<IRule> All { get; } = [];
}
