using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Platforms;

/// <summary>CG5006: units for a target that has no systemd.</summary>
public sealed class NoSystemdRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG5006", "no-systemd", "Units for a target that has no systemd", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var unit in context.Spec.Units)
        {
            var lines = UnitLine.All(context.Spec).Where(l => l.Unit == unit.Name.Value);
            var without = lines.SelectMany(l => l.Where(t => t is { Platform.WithoutSystemd: true, Systemd: null })).Distinct().ToImmutableArray();
            if (!without.IsEmpty)
            {
                context.Report(Nothing(unit, without));
            }
        }
    }

    private Finding Nothing(UnitSpec unit, ImmutableArray<Target> without) =>
        Finding.Of(Code, unit.Name.Span, $"{unit.Name.Value} does nothing on {Wording.Targets(without)}: there is no systemd.") with
        {
            Setting = unit.Name.Value,
            Help = "give these targets a spec of their own, without units; what the units set must be told to their own service manager",
        };
}
