using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3003: a directive that a target's systemd does not have yet.</summary>
public sealed class NewerThanTargetRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3003", "newer-than-target", "A directive that a target's systemd does not have yet", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => l.Place is not null))
        {
            var first = line.Place!.First;
            var without = UnitLine.Where(context.Spec, t => t.Systemd < first && line.On(t) == Existence.Absent);
            if (!without.IsEmpty)
            {
                context.Report(line.Finding(
                    Code,
                    $"{line.Name} in [{line.Section}] is not known to {UnitLine.Versions(without)}, so the line is ignored there; systemd {first} has it.",
                    "delete the line, or give the older targets a spec of their own; ignore this where only the newer ones are meant"));
            }
        }
    }
}
