using System.Globalization;
using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>`math.format` and `object.format`: the numeric format strings of .NET, in the invariant culture.</summary>
internal static class Format
{
    private const int MaximumPrecision = 1000;

    public static object? Apply(Invocation call)
    {
        var format = call.Text(1);
        if (call.Value(2) is not (null or "") && (call.Value(2) is not "en-US" || IsCultural(format)))
        {
            throw call.Fault(2, "knows only the invariant culture, and en-US where it is the same");
        }

        return call.Value(0) switch
        {
            null => "",
            var value when Number.Is(value) => Written(call, (IFormattable)value!, format),
            var other => throw call.Fault(0, $"formats numbers, not a value of type {TypeName.Of(other)}"),
        };
    }

    /// <summary>Currency and percent are the formats in which en-US and the invariant culture differ.</summary>
    private static bool IsCultural(string format) => format.AsSpan().IndexOfAny("cCpP%") >= 0;

    private static string Written(Invocation call, IFormattable value, string format)
    {
        var isPrecise = int.TryParse(format.AsSpan(Math.Min(1, format.Length)), out var precision);
        if (format.Length > MaximumPrecision || (isPrecise && precision > MaximumPrecision))
        {
            throw call.Fault(1, $"takes formats of at most {MaximumPrecision} digits");
        }

        try
        {
            return call.Charge(value.ToString(format, CultureInfo.InvariantCulture));
        }
        catch (FormatException)
        {
            throw call.Fault(1, $"does not know the format \"{format}\" for a value of type {TypeName.Of(value)}");
        }
    }
}
