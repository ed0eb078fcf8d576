using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4022: shmall, in pages, does not cover shmmax, in bytes.</summary>
public sealed class SharedMemoryUnitsRule : IRule
{
    private const int Page = 4096;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4022", "shared-memory-units", "All shared memory together is less than one segment may have", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var pair in NumberPair.Written(context, "kernel.shmall", "kernel.shmmax").Where(p => p.Value.Number * Page < p.Other))
        {
            var needed = (pair.Other / Page) + (pair.Other % Page == 0 ? 0 : 1);
            context.Report(pair.Finding(
                Code,
                $"{pair.Value.Assignment} counts pages: with pages of {Page} bytes that is less than the one segment that {pair.OtherWords}, in bytes, allows on {pair.Targets}.",
                $"write at least {needed}, or delete both lines: the kernel's defaults are practically no limit"));
        }
    }
}
