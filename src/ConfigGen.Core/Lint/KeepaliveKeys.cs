using System.Collections.Immutable;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>The three keepalive keys, and the timing that they add up to on a target.</summary>
internal static class KeepaliveKeys
{
    public const string Idle = "net.ipv4.tcp_keepalive_time";
    public const string Interval = "net.ipv4.tcp_keepalive_intvl";
    public const string Probes = "net.ipv4.tcp_keepalive_probes";

    public static readonly ImmutableArray<string> All = [Idle, Interval, Probes];

    /// <summary>What holds on a target: the setting, else the intent, else the kernel's default (ip-sysctl.rst: 7200 s, 75 s, 9). Null where the setting is no plain number.</summary>
    public static KeepaliveTiming? TimingOn(RuleContext context, Target target)
    {
        var intent = context.Spec.Keepalive;
        var idle = Number(context, target, Idle, intent?.Idle, 7200);
        var interval = Number(context, target, Interval, intent?.Interval, 75);
        var probes = Number(context, target, Probes, intent?.Probes, 9);
        return idle is { } i && interval is { } s && probes is { } p ? new KeepaliveTiming(i, s, p) : null;
    }

    private static Int128? Number(RuleContext context, Target target, string key, Located<long>? intent, int fallback) =>
        context.ValueOn(target, key) is null ? intent?.Value ?? fallback : context.EffectiveNumber(target, key);
}

/// <summary>Keepalive timing in seconds and probes.</summary>
internal readonly record struct KeepaliveTiming(Int128 Idle, Int128 Interval, Int128 Probes)
{
    /// <summary>Seconds from the last sign of life to the reset: tcp_keepalive_timer resets one interval after the last probe.</summary>
    public Int128 Detection => Idle + (Interval * Probes);
}
