using System.Numerics;

namespace ConfigGen.Templating.Runtime;

/// <summary>The names of types, for messages and for `object.kind`.</summary>
internal static class TypeName
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string => "string",
        bool => "bool",
        int => "int",
        uint => "uint",
        long => "long",
        ulong => "ulong",
        float => "float",
        double => "double",
        decimal => "decimal",
        BigInteger => "bigint",
        RangeValue => "range",
        ArrayValue => "array",
        FunctionValue => "function",
        _ => "object",
    };
}
