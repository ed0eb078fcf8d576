using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3012: a directive that is written for targets whose systemd has it, and for others whose systemd does not.</summary>
public sealed class NewerThanSomeTargetsRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3012", "newer-than-some-targets", "A directive that the systemd of some targets does not have yet", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Directives(context.Spec))
        {
            if (line.TooOld() is { IsEmpty: false } without && without.Length < line.Targets.Length)
            {
                context.Report(line.Finding(
                    Code,
                    $"{line.Name} in [{line.Section}] is not known to {UnitLine.Versions(without)}, so the line is ignored there; systemd {line.Place!.First} has it.",
                    $"write it only where it is known, such as {line.Name}: {{value: …, when: {{systemd: \">={line.Place.First}\"}}}}; ignore this where the older hosts may do without"));
            }
        }
    }
}
