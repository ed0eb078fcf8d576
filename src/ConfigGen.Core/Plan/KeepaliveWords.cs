using System.Globalization;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Plan;

/// <summary>Says what the three keepalive keys come to: nobody multiplies them in a review.</summary>
internal static class KeepaliveWords
{
    private const string Time = "net.ipv4.tcp_keepalive_time";
    private const string Interval = "net.ipv4.tcp_keepalive_intvl";
    private const string Probes = "net.ipv4.tcp_keepalive_probes";

    /// <summary>The key that the sentence stands at: the first of the three in a fragment.</summary>
    public const string StandsAt = Interval;

    /// <summary>The directive that the sentence stands at in a drop-in: the first of the four.</summary>
    public const string StandsAtDirective = "KeepAlive";

    /// <summary>The sentence for a section of a socket unit; null unless it turns keepalive on and says all three numbers.</summary>
    public static string? Describe(UnitSection section)
    {
        string? Value(string directive) => section.Directives.FirstOrDefault(d => d.Name.Value == directive)?.Values is [var only] ? only.Text : null;
        long? Seconds(string directive) => Value(directive) is { } text && Quantities.TrySeconds(text, out var seconds) ? seconds : null;
        return Value(StandsAtDirective) is { } on && SystemdBoolean.Parse(on) == true && Seconds("KeepAliveTimeSec") is { } time && Seconds("KeepAliveIntervalSec") is { } interval && Seconds("KeepAliveProbes") is { } probes
            ? Sentence(time, interval, probes, "on connections of this socket")
            : null;
    }

    /// <summary>The sentence; null unless all three keys are written, as whole numbers.</summary>
    public static string? Describe(IEnumerable<PlannedSetting> settings)
    {
        var values = settings.Where(s => s.Key is Time or Interval or Probes).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        if (Number(values, Time) is not { } time || Number(values, Interval) is not { } interval || Number(values, Probes) is not { } probes)
        {
            return null;
        }

        return Sentence(time, interval, probes, "on sockets that set SO_KEEPALIVE");
    }

    private static string Sentence(long time, long interval, long probes, string where)
    {
        var total = time + ((Int128)probes * interval);
        return string.Create(CultureInfo.InvariantCulture, $"A dead peer is noticed after {time} s idle + {probes} probes × {interval} s = {total} s, {where}.");
    }

    private static long? Number(Dictionary<string, string> values, string key) =>
        values.TryGetValue(key, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
