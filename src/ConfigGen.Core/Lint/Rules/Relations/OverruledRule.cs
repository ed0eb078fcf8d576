using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4029: a setting that another one of the same spec overrules.</summary>
public sealed class OverruledRule : IRule
{
    private const string Pattern = "kernel.core_pattern";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4029", "overruled", "A setting that another one overrules", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var pair in NumberPair.Written(context, "vm.oom_kill_allocating_task", "vm.panic_on_oom").Where(p => p.Value.Number != 0 && p.Other == 2))
        {
            context.Report(pair.Finding(Code, $"{pair.Value.Assignment} has no effect with {pair.OtherWords}, on {pair.Targets}: the kernel panics before it chooses a process.", "delete one of the two lines"));
        }

        foreach (var value in context.Numbers("kernel.core_uses_pid").Where(v => v.Number != 0))
        {
            if (value.Targets.Select(t => context.ValueOn(t, Pattern)).FirstOrDefault(p => p?.Text.Contains("%p", StringComparison.Ordinal) == true) is { } pattern)
            {
                context.Report(value.Finding(Code, $"{value.Assignment} has no effect: {Pattern} = {pattern.AsWritten} names the process already.", "delete the line").WithRelated(pattern.Span, $"{Pattern} is set here"));
            }
        }
    }
}
