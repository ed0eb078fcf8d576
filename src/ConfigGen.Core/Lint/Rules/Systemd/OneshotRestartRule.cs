using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3020: a oneshot service that is to be restarted after success, which systemd refuses.</summary>
public sealed class OneshotRestartRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3020", "oneshot-restart", "A oneshot service cannot be restarted after success", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var lines in UnitLines.Together(context.Spec, "Service"))
        {
            if (UnitLines.Last(lines, "Type") is { Text: "oneshot" } type && UnitLines.Last(lines, "Restart") is { Text: "always" or "on-success" } restart)
            {
                context.Report(lines.Last(l => l.Name == "Restart").Finding(
                    Code,
                    restart.Span,
                    $"Restart={restart.Text} is refused for {lines[0].Unit}, whose Type is oneshot: systemd does not load the unit.",
                    "write on-failure; to run it again and again, use a timer").WithRelated(type.Span, "Type is set here"));
            }
        }
    }
}
