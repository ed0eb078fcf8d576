using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Plan.Roles;

/// <summary>What planning a role asks of the catalogue.</summary>
/// <param name="TakesEffect">at-once, next-listen and so on; null when nothing is written about it.</param>
/// <param name="Unit">What a key counts in; null when it counts nothing or nothing is written about it.</param>
/// <param name="Fact">What a kernel says about a key.</param>
internal sealed record RoleFacts(Func<string, string?> TakesEffect, Func<string, string?> Unit, Func<string, Kernel, SysctlFact> Fact)
{
    /// <summary>Knows nothing.</summary>
    public static RoleFacts None { get; } = new(_ => null, _ => null, (key, kernel) => new SysctlFact(key, kernel, Existence.Unknown, Evidence.None));
}
