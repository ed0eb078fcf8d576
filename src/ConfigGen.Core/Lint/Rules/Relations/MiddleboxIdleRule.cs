using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4002: the first probe comes after a middlebox has forgotten the connection.</summary>
public sealed class MiddleboxIdleRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4002", "middlebox-idle", "Keepalive starts after a middlebox has forgotten the connection", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        if (context.Spec.Keepalive?.MiddleboxIdleTimeout is not { } timeout)
        {
            return;
        }

        var late = context.Spec.Targets
            .Select(t => (Target: t, Timing: KeepaliveKeys.TimingOn(context, t)))
            .Where(t => t.Timing is { } timing && timing.Idle >= timeout.Value)
            .GroupBy(t => t.Timing!.Value.Idle);
        foreach (var group in late)
        {
            context.Report(Finding.Of(
                Code,
                timeout.Span,
                $"On {Wording.Targets(group.Select(g => g.Target))} the first probe goes out after {Wording.Seconds(group.Key)} of silence, when the middlebox has forgotten the connection after {timeout.Value}.") with
            {
                Setting = KeepaliveKeys.Idle,
                Help = $"set idle below {timeout.Value} seconds, with room for at least one more probe",
            });
        }
    }
}
