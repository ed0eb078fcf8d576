using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4005: only one probe fits before a middlebox forgets the connection.</summary>
public sealed class MiddleboxMarginRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4005", "middlebox-margin", "A single lost probe lets a middlebox forget the connection", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        if (context.Spec.Keepalive?.MiddleboxIdleTimeout is not { } timeout)
        {
            return;
        }

        var narrow = context.Spec.Targets
            .Select(t => (Target: t, Timing: KeepaliveKeys.TimingOn(context, t)))
            .Where(t => t.Timing is { } timing && timing.Idle < timeout.Value && timing.Idle + timing.Interval >= timeout.Value)
            .GroupBy(t => (t.Timing!.Value.Idle, t.Timing!.Value.Interval));
        foreach (var group in narrow)
        {
            var (idle, interval) = group.Key;
            context.Report(Finding.Of(
                Code,
                timeout.Span,
                $"On {Wording.Targets(group.Select(g => g.Target))} only one probe, after {Wording.Seconds(idle)}, comes before the middlebox forgets the connection after {timeout.Value}: the second would follow after {idle + interval}.") with
            {
                Setting = KeepaliveKeys.Idle,
                Help = $"set idle + interval below {timeout.Value} seconds",
            });
        }
    }
}
