using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Memory;

/// <summary>CG2201: min_free_kbytes so low that the kernel deadlocks, or so high that nothing is left.</summary>
public sealed class MinFreeExtremeRule : IRule
{
    // vm.rst: below 1024 KB the system becomes subtly broken. A quarter of the memory is far beyond any advice.
    private const int Least = 1024;
    private const int MostShare = 4;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2201", "min-free-extreme", "min_free_kbytes is dangerously low or high", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("vm.min_free_kbytes"))
        {
            var starved = value.Targets.Where(t => value.Number * 1024 > t.MemoryBytes / MostShare).ToList();
            if (value.Number < Least)
            {
                context.Report(value.Finding(Code, $"{value.Assignment} leaves the kernel too little for what must not wait: below {Least} it can deadlock under load.", $"delete the line, or write at least {Least}"));
            }
            else if (starved.Count > 0)
            {
                context.Report(value.Finding(
                    Code,
                    $"{value.Assignment} keeps more than a quarter of the memory of {Wording.Targets(starved)} free: programs are killed for lack of memory that lies idle.",
                    "delete the line, or write 1 to 2 percent, as in {of_memory: 1%, max: 256M}"));
            }
        }
    }
}
