using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace ConfigGen.Templating.Parsing;

/// <summary>The value of a number as it is written: the smallest integer type that holds it, a double, or the type its suffix asks for.</summary>
internal static class NumberLiteral
{
    private const int MaximumExponent = 1000;

    public static bool TryParse(string written, out object? value, [NotNullWhen(false)] out string? problem)
    {
        var text = written.Replace("_", "", StringComparison.Ordinal);
        var prefixed = text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'X' or 'b' or 'B';
        value = prefixed ? ParsePrefixed(text) : text[^1] is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' ? ParseSuffixed(text) : ParsePlain(text);
        problem = value is null ? $"`{written}` is not a number this engine can represent." : null;
        return value is not null;
    }

    private static object? ParsePrefixed(string text)
    {
        var unsigned = text[^1] is 'u' or 'U';
        var digits = text.AsSpan(2, text.Length - (unsigned ? 3 : 2));
        var style = text[1] is 'x' or 'X' ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowBinarySpecifier;
        if (!ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        if (unsigned)
        {
            return number <= uint.MaxValue ? (object)(uint)number : number;
        }

        // Without `u` a set top bit would be a sign in the language; it is refused rather than read as another number.
        return number is <= int.MaxValue or (> uint.MaxValue and <= long.MaxValue) ? Runtime.Number.Shrink((long)number) : null;
    }

    private static object? ParseSuffixed(string text)
    {
        var digits = text.AsSpan(0, text.Length - 1);
        switch (text[^1])
        {
            case 'f' or 'F':
                return float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) ? single : null;
            case 'd' or 'D':
                return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
            default:
                return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var money) ? money : null;
        }
    }

    private static object? ParsePlain(string text)
    {
        var exponent = text.IndexOfAny(['e', 'E']);
        if (text.Contains('.', StringComparison.Ordinal))
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var small))
        {
            return small;
        }

        return ParseInteger(text, exponent);
    }

    private static object? ParseInteger(string text, int exponent)
    {
        var power = 0;
        if (exponent >= 0 && (!int.TryParse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power) || power < 0 || power > MaximumExponent))
        {
            return null;
        }

        var digits = exponent < 0 ? text : text[..exponent];
        return digits.Length <= MaximumExponent && BigInteger.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Runtime.Number.Shrink(number * BigInteger.Pow(10, power))
            : null;
    }
}
