using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Platforms;

/// <summary>CG5006: units for a target that has no systemd.</summary>
public sealed class NoSystemdRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG5006", "no-systemd", "Units for a target that has no systemd", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        var without = UnitLine.Where(context.Spec, t => t is { Platform.WithoutSystemd: true, Systemd: null });
        if (without.IsEmpty)
        {
            return;
        }

        foreach (var unit in context.Spec.Units)
        {
            context.Report(Finding.Of(Code, unit.Name.Span, $"{unit.Name.Value} does nothing on {Wording.Targets(without)}: there is no systemd.") with
            {
                Setting = unit.Name.Value,
                Help = "give these targets a spec of their own, without units; what the units set must be told to their own service manager",
            });
        }
    }
}
