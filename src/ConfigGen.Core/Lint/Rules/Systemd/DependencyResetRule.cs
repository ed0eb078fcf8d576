using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3011: an attempt to empty a list of dependencies.</summary>
public sealed class DependencyResetRule : IRule
{
    private const string Dependencies = "UNIT [...]";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3011", "dependency-reset", "Dependencies cannot be reset by a drop-in", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => l is { Section: "Unit", Place: not null } && l.Place.Types.Contains(Dependencies)))
        {
            if (line.Directive.Values.FirstOrDefault(v => v.Text.Length == 0) is { } empty)
            {
                context.Report(line.Finding(
                    Code,
                    empty.Span,
                    $"An empty {line.Name} takes nothing away: dependencies of {line.Unit} can be added by a drop-in, never removed.",
                    "delete the line; to get rid of a dependency, replace the whole unit file"));
            }
        }
    }
}
