using System.Collections.Immutable;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Report.Explain;

/// <summary>What a list says about a key.</summary>
internal static class KeyLines
{
    /// <summary>What is written about it, else what the newest kernel says; with a target that has not got it, that.</summary>
    public static string Says(string key, SysctlCatalog catalog, ExplainTarget? target)
    {
        var facts = Facts(key, catalog, target);
        return target is not null && facts.All(f => f.Existence == Existence.Absent) ? $"not there on {target.Name}"
            : catalog.Curated(key)?.Summary ?? Measured(facts, catalog.HasOwnDefault(key));
    }

    /// <summary>What each kernel of the target says, or every known one.</summary>
    public static ImmutableArray<SysctlFact> Facts(string key, SysctlCatalog catalog, ExplainTarget? target)
    {
        var kernels = target?.Kernels ?? [.. catalog.Tables.Select(t => new Kernel(t.Version, t.Family, t.Name))];
        return [.. kernels.Select(k => catalog.Lookup(key, k))];
    }

    private static string Measured(ImmutableArray<SysctlFact> facts, bool isOfTheMachine)
    {
        var newest = facts.Where(f => f.Existence == Existence.Exists).MaxBy(f => f.Kernel.Version);
        return newest is null ? "" : $"{newest.Kernel}: {KernelGroup.Of([newest], isOfTheMachine ? KernelDetails.None : KernelDetails.Default)[0].Says}";
    }
}
