using System.Numerics;
using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>The functions of `math`.</summary>
internal static class MathFunctions
{
    public const string Names = "abs ceil divided_by floor format is_number minus modulo plus round times";

    public static BuiltinFunction? Find(string name) => name switch
    {
        "abs" => New(name, "value", static call => call.IsNull(0) ? null : IfNumber(call, Absolute)),
        "ceil" => New(name, "value", static call => IfNumber(call, static value => Whole(value, Math.Ceiling, Math.Ceiling))),
        "floor" => New(name, "value", static call => IfNumber(call, static value => Whole(value, Math.Floor, Math.Floor))),
        "divided_by" => New(name, "value divisor", DividedBy),
        "format" => New(name, "value format culture?", static call => Format.Apply(call.WithoutEmpty(0))),
        "is_number" => New(name, "value", static call => Number.Is(call.Value(0))),
        "minus" => New(name, "value with", static call => Calculate(call, "-")),
        "modulo" => New(name, "value with", static call => Calculate(call, "%")),
        "plus" => New(name, "value with", static call => Calculate(call, "+")),
        "round" => New(name, "value precision?", static call => IfNumber(call, value => Round(value, call))),
        "times" => New(name, "value with", static call => Calculate(call, "*")),
        _ => null,
    };

    private static BuiltinFunction New(string name, string parameters, Func<Invocation, object?> body) => new($"math.{name}", parameters, body);

    private static object? IfNumber(Invocation call, Func<object, object> compute) => compute(call.Number(0));

    private static object? Calculate(Invocation call, string op)
    {
        var (value, with) = (call.IsNull(0) ? null : call.Number(0), call.IsNull(1) ? null : call.Number(1));
        if (value is null || with is null)
        {
            return null;
        }

        var result = Number.Calculate(op, value, with, out var problem);
        return problem is null ? result : throw new TemplateFault(call.Span, problem);
    }

    private static object Absolute(object value) => value switch
    {
        double real => Math.Abs(real),
        float real => Math.Abs(real),
        decimal real => Math.Abs(real),
        _ => Number.Shrink(BigInteger.Abs(Number.ToInteger(value))),
    };

    private static object Whole(object value, Func<double, double> reals, Func<decimal, decimal> decimals) => value switch
    {
        double real => reals(real),
        float real => (float)reals(real),
        decimal real => decimals(real),
        _ => value,
    };

    /// <summary>Divides; an integer divisor makes the result an integer, rounded down.</summary>
    private static object? DividedBy(Invocation call)
    {
        var value = call.Number(0);
        if (call.IsNull(1))
        {
            return null;
        }

        var divisor = call.Number(1);
        var quotient = Number.Calculate("/", value, divisor, out var problem);
        if (problem is not null || (Number.IsInteger(divisor) && Number.ToInteger(divisor).IsZero))
        {
            throw new TemplateFault(call.Span, problem ?? "Division by zero.");
        }

        if (!Number.IsInteger(divisor))
        {
            return quotient;
        }

        var floor = Math.Floor(Number.ToDouble(quotient!));
        return floor is >= int.MinValue and <= int.MaxValue ? (int)floor : throw call.Fault("cannot make an integer of 32 bits of the result");
    }

    private static object Round(object value, Invocation call)
    {
        var digits = call.Int(1);
        if (digits is < 0 or > 15)
        {
            throw call.Fault(1, "rounds to 0 to 15 digits");
        }

        return Whole(value, real => Math.Round(real, digits), real => Math.Round(real, digits));
    }
}
