using System.Globalization;

namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>Numbers as systemd reads them.</summary>
internal static class SystemdNumber
{
    /// <summary>A whole number between two bounds: decimal, or with 0x, 0o or 0b in front.</summary>
    public static bool IsBetween(string text, Int128 low, Int128 high) => TryWhole(text, out var number) && number >= low && number <= high;

    /// <summary>Octal digits up to 7777.</summary>
    public static bool IsMode(string text) => text.Length is > 0 and <= 6 && text.All(c => c is >= '0' and <= '7') && text.TrimStart('0').Length <= 4;

    /// <summary>A share such as 50% or 12.5%, not above the limit.</summary>
    public static bool IsPercent(string text, decimal limit) =>
        text.EndsWith('%') && decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= limit;

    /// <summary>A whole number with an optional sign.</summary>
    public static bool TryWhole(string text, out Int128 number)
    {
        number = 0;
        var sign = text.StartsWith('-') ? -1 : 1;
        var digits = text.AsSpan(text.Length > 0 && text[0] is '+' or '-' ? 1 : 0);
        var style = digits.StartsWith("0x", StringComparison.Ordinal) ? NumberStyles.AllowHexSpecifier
            : digits.StartsWith("0b", StringComparison.Ordinal) ? NumberStyles.AllowBinarySpecifier
            : NumberStyles.None;
        digits = style == NumberStyles.None ? digits : digits[2..];
        if (digits.Length > 30 || !Int128.TryParse(digits, style, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        number *= sign;
        return true;
    }

    /// <summary>Takes a number with an optional fraction from the front.</summary>
    public static bool TryTake(ref ReadOnlySpan<char> rest, out decimal number)
    {
        var length = 0;
        while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || rest[length] == '.'))
        {
            length++;
        }

        number = 0;
        if (length is 0 or > 18 || !decimal.TryParse(rest[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        rest = rest[length..];
        return true;
    }
}
