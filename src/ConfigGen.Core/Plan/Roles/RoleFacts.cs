using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Plan.Roles;

/// <summary>What planning a role asks of the catalogue.</summary>
/// <param name="TakesEffect">at-once, next-listen and so on; null when nothing is written about it.</param>
/// <param name="IsRounded">True when the kernel keeps milliseconds as ticks, so that it reads back another number than was written.</param>
/// <param name="Fact">What a kernel says about a key.</param>
internal sealed record RoleFacts(Func<string, string?> TakesEffect, Func<string, bool> IsRounded, Func<string, Kernel, SysctlFact> Fact)
{
    // Measured at 250 ticks a second: 1 to 3 ms become one tick of 4 ms.
    private const string RoundedToTicks = "1..3=>4";

    /// <summary>The same, answered by a catalogue.</summary>
    public static RoleFacts From(SysctlCatalog catalog) =>
        new(key => catalog.Curated(key)?.TakesEffect, key => IsInTicks(catalog, KeyPattern.Representative(key)), catalog.Lookup);

    private static bool IsInTicks(SysctlCatalog catalog, string key) =>
        catalog.Tables.Any(table => catalog.Row(key, table.Name)?["not_held"].Contains(RoundedToTicks, StringComparison.Ordinal) ?? false);

    /// <summary>Knows nothing.</summary>
    public static RoleFacts None { get; } = new(_ => null, _ => false, (key, kernel) => new SysctlFact(key, kernel, Existence.Unknown, Evidence.None));
}
