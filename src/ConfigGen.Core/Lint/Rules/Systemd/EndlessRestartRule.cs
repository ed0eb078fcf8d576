using System.Collections.Immutable;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3017: a service that is restarted for ever, ten times a second.</summary>
public sealed class EndlessRestartRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3017", "endless-restart", "A broken service is restarted for ever without a pause", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var service in UnitLine.Of(context.Spec).Where(l => l.Unit.EndsWith(".service", StringComparison.Ordinal)).GroupBy(l => l.Unit, StringComparer.Ordinal))
        {
            foreach (var together in UnitLine.Together(context.Spec, service))
            {
                Check(context, together);
            }
        }
    }

    private void Check(RuleContext context, ImmutableArray<UnitLine> lines)
    {
        var restart = UnitLines.Last(lines, "Restart");
        var interval = lines.LastOrDefault(l => l.Name is "StartLimitIntervalSec" or "StartLimitInterval");
        if (restart?.Text is "always" && interval is not null && IsZero(UnitLines.Text(interval)) && UnitLines.Last(lines, "RestartSec") is null)
        {
            context.Report(interval.Finding(
                Code,
                $"{interval.Name}={UnitLines.Text(interval)} of {interval.Unit} takes away the limit on starts, and Restart=always begins again after 100 ms: a service that fails at once is started ten times a second, for ever.",
                "set RestartSec as well, as in 5s").WithRelated(restart.Span, "Restart is set here"));
        }
    }

    private static bool IsZero(string text) => SystemdTime.TrySeconds(text, out var seconds) && seconds == 0;
}
