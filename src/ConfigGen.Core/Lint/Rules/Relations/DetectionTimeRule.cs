using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4001: keepalive notices a dead peer later than the spec promises.</summary>
public sealed class DetectionTimeRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4001", "detection-time", "Keepalive is slower than detect_within", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        if (context.Spec.Keepalive?.DetectWithin is not { } limit)
        {
            return;
        }

        var slow = context.Spec.Targets
            .Select(t => (Target: t, Timing: KeepaliveKeys.TimingOn(context, t)))
            .Where(t => t.Timing is { } timing && timing.Detection > limit.Value)
            .GroupBy(t => t.Timing!.Value);
        foreach (var group in slow)
        {
            var t = group.Key;
            context.Report(Finding.Of(
                Code,
                limit.Span,
                $"On {Wording.Targets(group.Select(g => g.Target))} a dead peer is noticed after {t.Idle} + {t.Interval} × {t.Probes} = {Wording.Seconds(t.Detection)}, not within {limit.Value}.") with
            {
                Setting = KeepaliveKeys.Idle,
                Help = $"lower idle, interval or probes until idle + interval × probes is at most {limit.Value} seconds, or allow {t.Detection} seconds",
            });
        }
    }
}
