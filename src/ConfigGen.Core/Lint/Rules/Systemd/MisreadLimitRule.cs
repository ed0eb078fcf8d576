using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3021: a resource limit that limits something else than its name suggests.</summary>
public sealed class MisreadLimitRule : IRule
{
    private static readonly ImmutableArray<(string Name, string Effect, string Help)> Limits =
    [
        ("LimitAS", "limits address space, not memory: programs that only reserve much fail, and those that use much do not", "write MemoryMax"),
        ("LimitNPROC", "counts all processes of the user, those of other services and logins too, and does not hold for root", "write TasksMax, which counts the service's own"),
        ("LimitRSS", "has no effect on Linux", "write MemoryMax"),
    ];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3021", "misread-limit", "A resource limit that does not limit what its name suggests", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => !UnitLines.Text(l).Contains("infinity", StringComparison.Ordinal) && UnitLines.Text(l).Length > 0))
        {
            foreach (var (_, effect, help) in Limits.Where(l => l.Name == line.Name))
            {
                context.Report(line.Finding(Code, $"{line.Name}={UnitLines.Text(line)} of {line.Unit} {effect}.", help));
            }
        }
    }
}
