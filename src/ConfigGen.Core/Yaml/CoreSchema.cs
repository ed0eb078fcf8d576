namespace ConfigGen.Core.Yaml;

/// <summary>The YAML 1.2 core schema (chapter 10.3.2 of the specification): what an unquoted scalar is.</summary>
internal static class CoreSchema
{
    /// <summary>The kind of a plain scalar; text where no rule fits, as for <c>yes</c>, <c>1_000</c> or <c>12:30</c>.</summary>
    public static YamlKind Resolve(string value) => value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => YamlKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlKind.Boolean,
        ".nan" or ".NaN" or ".NAN" => YamlKind.Float,
        _ => ResolveNumber(value),
    };

    private static YamlKind ResolveNumber(ReadOnlySpan<char> value)
    {
        if (IsPrefixed(value, 'x', char.IsAsciiHexDigit) || IsPrefixed(value, 'o', IsOctal))
        {
            return YamlKind.Integer;
        }

        var digits = value[0] is '-' or '+' ? value[1..] : value;
        if (digits is ".inf" or ".Inf" or ".INF")
        {
            return YamlKind.Float;
        }

        return digits.Length > 0 && Count(digits) == digits.Length ? YamlKind.Integer
            : IsFloat(digits) ? YamlKind.Float
            : YamlKind.Text;
    }

    // ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
    private static bool IsFloat(ReadOnlySpan<char> rest)
    {
        var whole = Count(rest);
        rest = rest[whole..];
        if (rest.StartsWith("."))
        {
            var fraction = Count(rest[1..]);
            if (whole + fraction == 0)
            {
                return false;
            }

            rest = rest[(1 + fraction)..];
        }
        else if (whole == 0)
        {
            return false;
        }

        return rest.IsEmpty || IsExponent(rest);
    }

    private static bool IsExponent(ReadOnlySpan<char> rest)
    {
        if (rest[0] is not ('e' or 'E'))
        {
            return false;
        }

        rest = rest[1..];
        rest = rest is ['-' or '+', ..] ? rest[1..] : rest;
        return rest.Length > 0 && Count(rest) == rest.Length;
    }

    private static bool IsPrefixed(ReadOnlySpan<char> value, char letter, Func<char, bool> isDigit)
    {
        if (value.Length < 3 || value[0] != '0' || value[1] != letter)
        {
            return false;
        }

        foreach (var c in value[2..])
        {
            if (!isDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOctal(char c) => c is >= '0' and <= '7';

    private static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }

        return count;
    }
}
