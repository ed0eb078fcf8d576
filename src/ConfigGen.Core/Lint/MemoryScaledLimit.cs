using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>Judges a limit whose default grows with memory and which the kernel documentation says never to lower.</summary>
/// <param name="Key">tcp_max_tw_buckets or tcp_max_orphans.</param>
/// <param name="Consequence">What happens over the limit.</param>
internal sealed record MemoryScaledLimit(string Key, string Consequence)
{
    /// <summary>Reports values below the default of targets that say their memory.</summary>
    public void ReportLow(RuleContext context, FindingCode code)
    {
        foreach (var value in context.Numbers(Key))
        {
            var low = value.Targets
                .Where(t => t.MemoryBytes is { } memory && value.Number < BootDefaults.HalfOfConnectionTable(memory))
                .GroupBy(t => t.MemoryBytes!.Value)
                .Select(g => $"{Wording.Targets(g)} ({BootDefaults.HalfOfConnectionTable(g.Key)} with {Quantities.BytesInWords(g.Key)})")
                .ToList();
            if (low.Count > 0)
            {
                context.Report(value.Finding(
                    code,
                    $"{value.Assignment} is below the default of {Wording.List(low)}: {Consequence}.",
                    "delete the line to keep the default, or write a higher number: the kernel documentation says to raise this limit, never to lower it"));
            }
        }
    }

    /// <summary>Reports values that lower the default on some hosts, for targets that do not say their memory.</summary>
    public void ReportUndecidable(RuleContext context, FindingCode code)
    {
        foreach (var value in context.Numbers(Key).Where(v => v.Number < BootDefaults.Highest))
        {
            var silent = value.Targets.Where(t => t.MemoryBytes is null).ToList();
            if (silent.Count > 0)
            {
                context.Report(value.Finding(code, $"{value.Assignment} cannot be judged for {Wording.Targets(silent)}: {Cut(value.Number)}.", Memory(silent)));
            }
        }
    }

    private static string Cut(Int128 number) => BootDefaults.LargestMemoryNotAbove(number) is { } memory
        ? $"it lowers the default on hosts with more than {Quantities.BytesInWords(memory)} of memory, and the target does not say how much it has"
        : "the default depends on memory, and the target does not say how much it has";

    private static string Memory(List<Target> silent) =>
        $"give the target its memory, as in {(silent[0].Platform is { } platform ? $"{{platform: {platform.Id}, memory: 16G}}" : "memory: 16G")}";
}
