using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3024: one half of the growing pause between restarts.</summary>
public sealed class RestartStepsRule : IRule
{
    private const string Steps = "RestartSteps";
    private const string Longest = "RestartMaxDelaySec";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3024", "restart-steps", "RestartSteps and RestartMaxDelaySec work together only", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var lines in UnitLines.Together(context.Spec, "Service"))
        {
            var (steps, longest) = (lines.LastOrDefault(l => l.Name == Steps), lines.LastOrDefault(l => l.Name == Longest));
            // Where systemd does not know them yet, other rules say so.
            if (steps is null != longest is null && !(steps ?? longest)!.Where(t => (steps ?? longest)!.On(t) == Existence.Exists).IsEmpty)
            {
                var (one, other) = steps is null ? (longest!, Steps) : (steps, Longest);
                context.Report(one.Finding(
                    Code,
                    $"{one.Name}={UnitLines.Text(one)} of {one.Unit} has no effect without {other}: the pause between restarts grows only when both are set.",
                    $"write {other} beside it, or ignore this when the unit itself has it"));
            }
        }
    }
}
