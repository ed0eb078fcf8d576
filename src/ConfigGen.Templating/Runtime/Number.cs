using System.Globalization;
using System.Numerics;

namespace ConfigGen.Templating.Runtime;

/// <summary>Arithmetic on the number types of the language. Integers grow instead of overflowing; one real operand makes the result real.</summary>
internal static class Number
{
    /// <summary>Bits an integer may grow to; far above any setting, far below what would cost time.</summary>
    public const int MaximumBits = 1 << 16;

    public static bool Is(object? value) => IsInteger(value) || value is double or float or decimal;

    public static bool IsInteger(object? value) => value is int or long or BigInteger or uint or ulong;

    /// <summary>The smallest of int, long and BigInteger that holds the value.</summary>
    public static object Shrink(BigInteger value)
    {
        if (value >= int.MinValue && value <= int.MaxValue)
        {
            return (int)value;
        }

        return value >= long.MinValue && value <= long.MaxValue ? (object)(long)value : value;
    }

    public static object Shrink(long value) => value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value;

    public static BigInteger ToInteger(object value) => value switch
    {
        int small => small,
        long large => large,
        uint small => small,
        ulong large => large,
        BigInteger big => big,
        _ => throw new ArgumentException("Not an integer.", nameof(value)),
    };

    public static double ToDouble(object value) => value switch
    {
        double real => real,
        float real => real,
        decimal real => (double)real,
        int small => small,
        long large => large,
        _ => (double)ToInteger(value),
    };

    private static decimal ToDecimal(object value) => value switch
    {
        decimal real => real,
        double real => (decimal)real,
        float real => (decimal)real,
        _ => (decimal)ToInteger(value),
    };

    /// <summary>Computes `left op right` for `+ - * / // %`; a result that cannot be is told as <paramref name="problem"/>.</summary>
    public static object? Calculate(string op, object left, object right, out string? problem)
    {
        problem = null;
        try
        {
            return (left, right) switch
            {
                (decimal, _) or (_, decimal) => Decimals(op, ToDecimal(left), ToDecimal(right), ref problem),
                (double, _) or (_, double) => Doubles(op, ToDouble(left), ToDouble(right), ref problem),
                (float, _) or (_, float) => Singles(op, left, right, ref problem),
                (int first, int second) => Ints(op, first, second, ref problem),
                _ => Integers(op, ToInteger(left), ToInteger(right), ref problem),
            };
        }
        catch (OverflowException)
        {
            problem = "The result is too large.";
            return null;
        }
    }

    private static object? Ints(string op, long left, long right, ref string? problem) => op switch
    {
        "+" => Shrink(left + right),
        "-" => Shrink(left - right),
        "*" => Shrink(left * right),
        "/" => (double)left / right,
        _ => Integers(op, left, right, ref problem),
    };

    private static object? Integers(string op, BigInteger left, BigInteger right, ref string? problem)
    {
        if (op is "//" or "%" && right.IsZero)
        {
            problem = "Division by zero.";
            return null;
        }

        if (left.GetBitLength() + right.GetBitLength() > MaximumBits)
        {
            problem = "The number is too large.";
            return null;
        }

        return op switch
        {
            "+" => Shrink(left + right),
            "-" => Shrink(left - right),
            "*" => Shrink(left * right),
            "/" => (double)left / (double)right,
            "//" => Shrink(BigInteger.Divide(left, right)),
            _ => Shrink(BigInteger.Remainder(left, right)),
        };
    }

    private static double? Doubles(string op, double left, double right, ref string? problem) => op switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        "%" => left % right,
        _ => Whole(left / right, ref problem),
    };

    private static float? Singles(string op, object left, object right, ref string? problem) =>
        (float?)Doubles(op, ToDouble(left), ToDouble(right), ref problem);

    private static decimal? Decimals(string op, decimal left, decimal right, ref string? problem)
    {
        if (right == 0 && op is "/" or "//" or "%")
        {
            problem = "Division by zero.";
            return null;
        }

        return op switch
        {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            "/" => left / right,
            "%" => left % right,
            _ => (decimal?)Whole((double)(left / right), ref problem),
        };
    }

    /// <summary>`//` of real numbers: only where it comes out even do rounding, flooring and truncating agree.</summary>
    private static double? Whole(double quotient, ref string? problem)
    {
        if (quotient == Math.Floor(quotient))
        {
            return quotient;
        }

        problem = "`//` of real numbers that does not come out even is not supported: use `/` with math.floor, math.ceil or math.round.";
        return null;
    }

    public static int Compare(object left, object right)
    {
        if (IsInteger(left) && IsInteger(right))
        {
            return ToInteger(left).CompareTo(ToInteger(right));
        }

        return left is decimal || right is decimal
            ? ToDecimal(left).CompareTo(ToDecimal(right))
            : ToDouble(left).CompareTo(ToDouble(right));
    }

    public static object Negate(object value) => value switch
    {
        double real => -real,
        float real => -real,
        decimal real => -real,
        int small => Shrink(-(long)small),
        _ => Shrink(-ToInteger(value)),
    };

    public static string Text(object value) => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);
}
