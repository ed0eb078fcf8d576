using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3003: a directive that the systemd of no target has yet.</summary>
public sealed class NewerThanTargetRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3003", "newer-than-target", "A directive that the systemd of no target has yet", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Directives(context.Spec))
        {
            if (line.TooOld() is { IsEmpty: false } without && without.Length == line.Targets.Length)
            {
                context.Report(line.Finding(
                    Code,
                    $"{line.Name} in [{line.Section}] is not known to {UnitLine.Versions(without)}, so the line is ignored there; systemd {line.Place!.First} has it.",
                    "delete the line; ignore this where the distribution has backported the directive"));
            }
        }
    }
}
