using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Memory;

/// <summary>CG2202: directory and inode caches that are never given back, or chased all the time.</summary>
public sealed class CachePressureRule : IRule
{
    // vm.rst takes 1000, ten times the default, as its example of a value that costs speed.
    private const int High = 1000;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2202", "cache-pressure", "vfs_cache_pressure keeps the caches for ever, or hunts them", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("vm.vfs_cache_pressure").Where(v => v.Number == 0 || v.Number >= High))
        {
            var effect = value.Number == 0
                ? "never gives memory back from the directory and inode caches, which ends in killed programs once they fill the memory"
                : "looks for ten times more entries to free than there are, and holds locks while it does";
            context.Report(value.Finding(Code, $"{value.Assignment} {effect}.", "write 50 to keep more of them, 200 to keep less; 100 is the default"));
        }
    }
}
