namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>The values of Limit…= (systemd.exec(5)): one limit for both, or soft:hard; what a number means depends on the resource.</summary>
internal static class ResourceLimit
{
    private const string Infinity = "infinity";

    /// <summary>The form of one resource, given the part of the directive's name after "Limit"; null for an unknown resource.</summary>
    public static ValueForm? Of(string resource) => resource switch
    {
        "NOFILE" or "NPROC" or "LOCKS" or "SIGPENDING" or "RTPRIO" => Form(Count, "a whole number"),
        "FSIZE" or "DATA" or "STACK" or "CORE" or "RSS" or "AS" or "MEMLOCK" or "MSGQUEUE" => Form(SystemdSize.Parse, "a size such as 64M"),
        "CPU" or "RTTIME" => Form(Time, "a time span such as 30s"),
        // The one limit that does not know infinity (tried with systemd 252).
        "NICE" => new(value => Takes(value, Nice), "-20 to 19 with its sign, or 0 to 40, or two of them as soft:hard with soft not above hard"),
        _ => null,
    };

    private static ValueForm Form(Func<string, decimal?> read, string what) =>
        new(value => Takes(value, part => part == Infinity ? decimal.MaxValue : read(part)), $"{what} or {Infinity}, or two of them as soft:hard with soft not above hard");

    private static bool Takes(string value, Func<string, decimal?> read)
    {
        var parts = value.Split(':', 2);
        var limits = parts.Select(read).ToList();
        return limits.TrueForAll(limit => limit is not null) && limits[0] <= limits[^1];
    }

    private static decimal? Count(string text) => SystemdNumber.TryWhole(text, out var number) && number >= 0 && number <= ulong.MaxValue ? (decimal)number : null;

    private static decimal? Time(string text) => SystemdTime.TrySeconds(text, out var seconds) ? seconds : null;

    // RLIMIT_NICE counts the other way round: nice 19 is 1, nice -20 is 40.
    private static decimal? Nice(string text) =>
        !SystemdNumber.TryWhole(text, out var number) ? null
        : text[0] is '+' or '-' ? (number >= -20 && number <= 19 ? (decimal)(20 - number) : null)
        : number >= 0 && number <= 40 ? (decimal)number : null;
}
