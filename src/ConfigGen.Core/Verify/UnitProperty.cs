using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog.Systemd;

namespace ConfigGen.Core.Verify;

/// <summary>Whether a property of systemctl show says what a directive asks for: names and spellings differ.</summary>
/// <remarks>Times are shown as …USec and in words, limits as hard and soft apart, sizes in bytes (tried with systemd 252 and 257).</remarks>
internal static class UnitProperty
{
    private const string Infinity = "infinity";

    /// <summary>What systemctl shows for a directive, and whether that is what was asked for; null where it cannot be told from the properties.</summary>
    public static (string Found, bool IsSame)? Compare(string directive, string value, ImmutableDictionary<string, string> properties) =>
        directive.StartsWith("Limit", StringComparison.Ordinal) ? Limit(directive, value, properties)
        : directive == "TimeoutSec" ? Time("TimeoutStartSec", value, properties) is { } start && Time("TimeoutStopSec", value, properties) is { } stop ? (start.IsSame ? stop : start) : null
        : directive == "CPUQuota" ? Quota(value, properties)
        : directive.EndsWith("Sec", StringComparison.Ordinal) && !directive.EndsWith("NSec", StringComparison.Ordinal) ? Time(directive, value, properties)
        : properties.GetValueOrDefault(directive) is { } shown ? Plain(value, shown)
        : null;

    /// <summary>Soft and hard limit of a running process, from /proc/PID/limits, in the words of the directive; null where it has no such line.</summary>
    public static (string Soft, string Hard)? Running(string directive, string limits)
    {
        var name = directive switch
        {
            "LimitNOFILE" => "Max open files",
            "LimitNPROC" => "Max processes",
            "LimitCORE" => "Max core file size",
            "LimitMEMLOCK" => "Max locked memory",
            "LimitSTACK" => "Max stack size",
            "LimitAS" => "Max address space",
            "LimitDATA" => "Max data size",
            "LimitFSIZE" => "Max file size",
            "LimitSIGPENDING" => "Max pending signals",
            "LimitMSGQUEUE" => "Max msgqueue size",
            "LimitRTPRIO" => "Max realtime priority",
            _ => null,
        };
        var line = name is null ? null : limits.Split('\n').FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line?[name!.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, var hard, ..] ? (Word(soft), Word(hard)) : null;

        static string Word(string limit) => limit == "unlimited" ? Infinity : limit;
    }

    /// <summary>Soft and hard limit that a directive asks for, as numbers; null where they are not plain numbers or sizes.</summary>
    public static (string Soft, string Hard)? Asked(string value)
    {
        var parts = value.Split(':', 2).Select(Limit).ToList();
        return parts.Contains(null) ? null : (parts[0]!, parts[^1]!);

        static string? Limit(string part) => part == Infinity ? part : SystemdSize.Parse(part) is { } size ? decimal.Truncate(size).ToString(CultureInfo.InvariantCulture) : null;
    }

    private static (string Found, bool IsSame)? Limit(string directive, string value, ImmutableDictionary<string, string> properties)
    {
        if (Asked(value) is not { } asked || properties.GetValueOrDefault(directive) is not { } hard || properties.GetValueOrDefault(directive + "Soft") is not { } soft || directive is "LimitCPU" or "LimitRTTIME" or "LimitNICE")
        {
            return null;
        }

        return (soft == hard ? soft : $"{soft}:{hard}", soft == asked.Soft && hard == asked.Hard);
    }

    private static (string Found, bool IsSame)? Time(string directive, string value, ImmutableDictionary<string, string> properties) =>
        properties.GetValueOrDefault(directive[..^"Sec".Length] + "USec") is not { } shown ? null
        : shown == Infinity || value == Infinity ? (shown, shown == value)
        : SystemdTime.TrySeconds(value, out var wanted) && SystemdTime.TrySeconds(shown, out var found) ? (shown, wanted == found)
        : null;

    // 150% is 1.5 seconds in each second.
    private static (string Found, bool IsSame)? Quota(string value, ImmutableDictionary<string, string> properties) =>
        properties.GetValueOrDefault("CPUQuotaPerSecUSec") is { } shown && value.EndsWith('%') && decimal.TryParse(value[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            ? (shown, SystemdTime.TrySeconds(shown, out var seconds) && seconds * 100 == percent)
            : null;

    private static (string Found, bool IsSame)? Plain(string value, string shown)
    {
        var isSame = value == shown
            || shown is "yes" or "no" && SystemdBoolean.Parse(value) == (shown == "yes")
            || SystemdSize.Parse(value) is { } wanted && SystemdSize.Parse(shown) is { } found && wanted == found;

        // A word or a number that is plainly another one; anything longer may only be spelt otherwise.
        var isPlain = shown.Length > 0 && !shown.Contains(' ', StringComparison.Ordinal) && !value.AsSpan().ContainsAny(' ', '%', '"') && !shown.Contains('{', StringComparison.Ordinal);
        return isSame ? (shown, true) : isPlain ? (shown, false) : null;
    }
}
