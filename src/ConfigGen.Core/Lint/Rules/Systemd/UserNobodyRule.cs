using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3018: a service that shares the user nobody with everything else that does.</summary>
public sealed class UserNobodyRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3018", "user-nobody", "A service runs as the user nobody", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => l.Name == "User" && UnitLines.Text(l) is "nobody" or "65534"))
        {
            context.Report(line.Finding(
                Code,
                line.Directive.Values[^1].Span,
                $"User={UnitLines.Text(line)} of {line.Unit} shares the user with every other service of that kind, and with files of unknown owners on network file systems and in containers: each of them can reach what belongs to the others.",
                "write DynamicUser: yes, or give the service a user of its own"));
        }
    }
}
