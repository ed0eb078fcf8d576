using System.Globalization;

namespace ConfigGen.Cli.Files;

/// <summary>Sizes as people write them.</summary>
internal static class ByteSize
{
    private static readonly (string Suffix, long Factor)[] Units = [("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10)];

    /// <summary>Reads "4096", "64K", "64KiB", "2M", "2MiB", "1G": powers of 1024, from 1 byte to 1 GiB.</summary>
    public static long? Parse(string text)
    {
        var digits = text.TrimEnd('i', 'B', 'b', 'K', 'k', 'M', 'm', 'G', 'g');
        long? factor = text[digits.Length..].ToUpperInvariant() switch
        {
            "" or "B" => 1,
            "K" or "KB" or "KIB" => 1L << 10,
            "M" or "MB" or "MIB" => 1L << 20,
            "G" or "GB" or "GIB" => 1L << 30,
            _ => null,
        };
        return factor is { } f && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 && n <= (1L << 30) / f ? n * f : null;
    }

    /// <summary>The size in the largest unit that divides it.</summary>
    public static string Show(long bytes)
    {
        var (suffix, factor) = Units.FirstOrDefault(u => bytes % u.Factor == 0);
        return factor == 0 ? $"{bytes} bytes" : $"{bytes / factor} {suffix}";
    }
}
