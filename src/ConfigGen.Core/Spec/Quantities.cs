using System.Globalization;

namespace ConfigGen.Core.Spec;

/// <summary>Durations and sizes as people write them.</summary>
public static class Quantities
{
    /// <summary>What a duration may look like, for messages.</summary>
    public const string DurationForms = "whole seconds, or a number with ms, s, m, h or d: 90, 90s, 2m, 1h 30m";

    /// <summary>What a size may look like, for messages.</summary>
    public const string SizeForms = "bytes, or a number with K, M, G or T (also Ki, Mi, Gi, Ti; all to the base of 1024): 65536, 64K, 16M, 2G";

    /// <summary>Milliseconds of "90", "90s", "500ms", "2m", "1h 30m"; a bare number is seconds. False for anything else, negative or beyond 1000 years.</summary>
    public static bool TryMilliseconds(string text, out Int128 milliseconds)
    {
        milliseconds = 0;
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty)
        {
            return false;
        }

        while (!rest.IsEmpty)
        {
            if (!TryTake(ref rest, out var number, out var unit) || DurationUnit(unit) is not { } factor)
            {
                return false;
            }

            milliseconds += (Int128)(number * factor);
            rest = rest.TrimStart();
        }

        return milliseconds <= 31_557_600_000_000;
    }

    /// <summary>Whole seconds of a duration; false where it is none or not whole.</summary>
    public static bool TrySeconds(string text, out long seconds)
    {
        seconds = 0;
        if (!TryMilliseconds(text, out var ms) || ms % 1000 != 0)
        {
            return false;
        }

        seconds = (long)(ms / 1000);
        return true;
    }

    /// <summary>Bytes of "65536", "64K", "64Ki", "1.5G", "16MB"; false for anything else, negative or beyond 2^63.</summary>
    public static bool TryBytes(string text, out Int128 bytes)
    {
        bytes = 0;
        var rest = text.AsSpan().Trim();
        if (!TryTake(ref rest, out var number, out var unit) || !rest.IsEmpty || SizeUnit(unit) is not { } factor || number > long.MaxValue / factor)
        {
            return false;
        }

        var exact = number * factor;
        bytes = (Int128)exact;
        return exact == decimal.Truncate(exact);
    }

    /// <summary>Bytes in words: "16 GiB", "1.5 GiB", "300 kB" stays exact or falls back to bytes.</summary>
    public static string BytesInWords(Int128 bytes)
    {
        foreach (var (factor, word) in new[] { ((Int128)1 << 40, "TiB"), ((Int128)1 << 30, "GiB"), ((Int128)1 << 20, "MiB"), ((Int128)1 << 10, "KiB") })
        {
            if (bytes >= factor && bytes * 10 % factor == 0)
            {
                var tenths = bytes * 10 / factor;
                return tenths % 10 == 0 ? $"{tenths / 10} {word}" : $"{tenths / 10}.{tenths % 10} {word}";
            }
        }

        return $"{bytes} bytes";
    }

    private static bool TryTake(ref ReadOnlySpan<char> rest, out decimal number, out ReadOnlySpan<char> unit)
    {
        var digits = 0;
        while (digits < rest.Length && (char.IsAsciiDigit(rest[digits]) || rest[digits] == '.'))
        {
            digits++;
        }

        var end = digits;
        while (end < rest.Length && char.IsAsciiLetter(rest[end]))
        {
            end++;
        }

        unit = rest[digits..end];
        var ok = digits is > 0 and <= 20
            && decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && (end == rest.Length || rest[end] == ' ' || char.IsAsciiDigit(rest[end]));
        number = ok ? decimal.Parse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;
        rest = rest[end..];
        return ok;
    }

    private static decimal? DurationUnit(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" => 1,
        "" or "s" or "sec" => 1000,
        "m" or "min" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => null,
    };

    private static decimal? SizeUnit(ReadOnlySpan<char> unit) => unit switch
    {
        "" or "B" => 1,
        "K" or "k" or "Ki" or "KiB" or "KB" or "kB" => 1L << 10,
        "M" or "Mi" or "MiB" or "MB" => 1L << 20,
        "G" or "Gi" or "GiB" or "GB" => 1L << 30,
        "T" or "Ti" or "TiB" or "TB" => 1L << 40,
        _ => null,
    };
}
