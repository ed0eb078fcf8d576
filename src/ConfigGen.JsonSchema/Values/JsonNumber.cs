using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>
/// A JSON number, exactly: sign × 0.digits × 10^magnitude, digits without leading and trailing zeros. Nothing is ever expanded, so
/// that 1e1000000000 costs no more than 1. Exponents beyond ±10^17 are taken as ±10^17.
/// </summary>
internal readonly struct JsonNumber
{
    private const long ExponentLimit = 100_000_000_000_000_000;
    private const int ChunkDigits = 18;

    private readonly bool _negative;
    private readonly string _digits;
    private readonly long _magnitude;

    private JsonNumber(bool negative, string digits, long magnitude)
    {
        _digits = digits;
        _negative = negative && digits.Length > 0;
        _magnitude = digits.Length > 0 ? magnitude : 0;
    }

    public bool IsZero => _digits.Length == 0;

    public bool IsNegative => _negative;

    public bool IsInteger => _magnitude >= _digits.Length;

    public static JsonNumber Of(JsonElement element) => Parse(element.GetRawText());

    public static JsonNumber Parse(string text)
    {
        bool negative = text[0] == '-';
        int exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = text.AsSpan(negative ? 1 : 0, (exponentAt < 0 ? text.Length : exponentAt) - (negative ? 1 : 0));
        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        string significant = digits.TrimStart('0');
        long magnitude = (point < 0 ? digits.Length : point) - (digits.Length - significant.Length);
        return new(negative, significant.TrimEnd('0'), magnitude + (exponentAt < 0 ? 0 : ParseExponent(text.AsSpan(exponentAt + 1))));
    }

    /// <summary>Negative, 0 or positive, as the left number is less, equal or greater.</summary>
    public static int Compare(JsonNumber left, JsonNumber right)
    {
        int sign = left.Sign().CompareTo(right.Sign());
        if (sign != 0 || left.IsZero)
        {
            return sign;
        }
        int magnitude = left._magnitude.CompareTo(right._magnitude);
        int larger = magnitude != 0 ? magnitude : string.CompareOrdinal(left._digits, right._digits);
        return left._negative ? -larger : larger;
    }

    /// <summary>Whether this is an integer times the divisor, which must not be zero.</summary>
    public bool IsMultipleOf(JsonNumber divisor)
    {
        if (IsZero)
        {
            return true;
        }
        // Both mantissas end in a digit other than zero: a smaller power of ten cannot be made up for.
        long power = _magnitude - _digits.Length - (divisor._magnitude - divisor._digits.Length);
        if (power < 0)
        {
            return false;
        }
        var modulus = BigInteger.Parse(divisor._digits, CultureInfo.InvariantCulture);
        return (RemainderOfMantissa(modulus) * BigInteger.ModPow(10, power, modulus) % modulus).IsZero;
    }

    /// <summary>The value of a non-negative integer, or <see cref="long.MaxValue"/> if it is larger than that.</summary>
    public long ToCount()
    {
        if (_magnitude > ChunkDigits)
        {
            return long.MaxValue;
        }
        return IsZero ? 0 : long.Parse(_digits.PadRight((int)_magnitude, '0'), CultureInfo.InvariantCulture);
    }

    public override int GetHashCode() => HashCode.Combine(_negative, _digits, _magnitude);

    private int Sign() => IsZero ? 0 : _negative ? -1 : 1;

    private BigInteger RemainderOfMantissa(BigInteger modulus)
    {
        var remainder = BigInteger.Zero;
        for (int i = 0; i < _digits.Length; i += ChunkDigits)
        {
            var chunk = _digits.AsSpan(i, Math.Min(ChunkDigits, _digits.Length - i));
            remainder = (remainder * BigInteger.Pow(10, chunk.Length) + long.Parse(chunk, CultureInfo.InvariantCulture)) % modulus;
        }
        return remainder;
    }

    private static long ParseExponent(ReadOnlySpan<char> text)
    {
        bool negative = text[0] == '-';
        var digits = text.TrimStart("+-").TrimStart('0');
        long value = digits.Length switch
        {
            0 => 0,
            > 17 => ExponentLimit,
            _ => long.Parse(digits, CultureInfo.InvariantCulture),
        };
        return negative ? -value : value;
    }
}
