namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>Time spans as systemd reads them (systemd.time(7)): "5", "5s", "1min 30s", "1.5h", "infinity".</summary>
/// <remarks>Unlike in the rest of a spec, <c>M</c> is a month here.</remarks>
public static class SystemdTime
{
    // A unit that begins with another one stands before it.
    private static readonly (string Name, decimal Microseconds)[] Units =
    [
        ("seconds", 1_000_000), ("second", 1_000_000), ("sec", 1_000_000), ("s", 1_000_000),
        ("minutes", 60_000_000), ("minute", 60_000_000), ("min", 60_000_000),
        ("months", 2_629_800_000_000), ("month", 2_629_800_000_000), ("M", 2_629_800_000_000),
        ("msec", 1000), ("ms", 1000), ("m", 60_000_000),
        ("hours", 3_600_000_000), ("hour", 3_600_000_000), ("hr", 3_600_000_000), ("h", 3_600_000_000),
        ("days", 86_400_000_000), ("day", 86_400_000_000), ("d", 86_400_000_000),
        ("weeks", 604_800_000_000), ("week", 604_800_000_000), ("w", 604_800_000_000),
        ("years", 31_557_600_000_000), ("year", 31_557_600_000_000), ("y", 31_557_600_000_000),
        ("usec", 1), ("us", 1), ("µs", 1), ("μs", 1),
        ("nsec", 0.001m), ("ns", 0.001m),
    ];

    /// <summary>Whether systemd takes the text as a time span, "infinity" included.</summary>
    public static bool IsSpan(string text) => text.Trim() == "infinity" || TrySeconds(text, out _);

    /// <summary>Seconds of a finite span; a number without a unit is seconds.</summary>
    public static bool TrySeconds(string text, out decimal seconds)
    {
        seconds = 0;
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty)
        {
            return false;
        }

        while (!rest.IsEmpty)
        {
            if (!SystemdNumber.TryTake(ref rest, out var number))
            {
                return false;
            }

            rest = rest.TrimStart();
            seconds += number * TakeUnit(ref rest) / 1_000_000;
            rest = rest.TrimStart();
        }

        return true;
    }

    private static decimal TakeUnit(ref ReadOnlySpan<char> rest)
    {
        foreach (var (name, microseconds) in Units)
        {
            if (rest.StartsWith(name, StringComparison.Ordinal))
            {
                rest = rest[name.Length..];
                return microseconds;
            }
        }

        return 1_000_000;
    }
}
