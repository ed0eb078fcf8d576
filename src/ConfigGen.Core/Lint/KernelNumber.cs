using System.Globalization;

namespace ConfigGen.Core.Lint;

/// <summary>Numbers as the kernel's sysctl handlers read them: decimal, 0x hexadecimal, or octal after a leading zero; no plus sign, no fraction, no suffix.</summary>
/// <remarks>Measured by writing each spelling to integer keys of ten kernels from 5.10 to 7.3.</remarks>
internal static class KernelNumber
{
    /// <summary>Reads a number that means the same to YAML and to the kernel; false for anything else, a leading zero that changes the value included.</summary>
    public static bool TryParse(string text, out Int128 value)
    {
        if (TryLeadingZero(text, out var decimalValue, out var kernelValue))
        {
            value = decimalValue;
            return decimalValue == kernelValue;
        }

        return TryDecimal(text, out value) || TryHexadecimal(text, out value);
    }

    /// <summary>True for 010, -07 and the like: what YAML reads, and what the kernel reads (null: nothing, as 8 and 9 are no octal digits).</summary>
    public static bool TryLeadingZero(string text, out Int128 decimalValue, out Int128? kernelValue)
    {
        decimalValue = 0;
        kernelValue = null;
        var digits = text.StartsWith('-') ? text[1..] : text;
        if (digits.Length is < 2 or > 30 || digits[0] != '0' || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sign = text.StartsWith('-') ? -1 : 1;
        decimalValue = sign * Int128.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        kernelValue = digits.All(d => d < '8') ? sign * digits.Aggregate((Int128)0, (sum, d) => (sum * 8) + (d - '0')) : null;
        return true;
    }

    private static bool TryDecimal(string text, out Int128 value)
    {
        value = 0;
        return text.Length > 0 && !text.StartsWith('+') && Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryHexadecimal(string text, out Int128 value)
    {
        value = 0;
        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && text.Length <= 18
            && Int128.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
