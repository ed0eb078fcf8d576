using System.Globalization;

namespace ConfigGen.JsonSchema;

/// <summary>Reads through a pattern. After a failure it is at its end, so that every loop over it ends.</summary>
internal sealed class PatternScanner(string pattern)
{
    private int _at;

    public string? Error { get; private set; }

    public bool AtEnd => _at >= pattern.Length;

    /// <summary>The next character, or NUL at the end.</summary>
    public char Peek => AtEnd ? '\0' : pattern[_at];

    public char PeekNext => _at + 1 < pattern.Length ? pattern[_at + 1] : '\0';

    public void Fail(string message)
    {
        Error ??= $"{message} (at character {Math.Min(_at, pattern.Length) + 1})";
        _at = pattern.Length;
    }

    public char Take()
    {
        char c = Peek;
        _at += AtEnd ? 0 : 1;
        return c;
    }

    public bool TryTake(char c)
    {
        bool found = !AtEnd && pattern[_at] == c;
        _at += found ? 1 : 0;
        return found;
    }

    public bool TryTake(string text)
    {
        bool found = !AtEnd && string.CompareOrdinal(pattern, _at, text, 0, text.Length) == 0;
        _at += found ? text.Length : 0;
        return found;
    }

    public int TakeCodePoint()
    {
        bool isPair = _at + 1 < pattern.Length && char.IsSurrogatePair(pattern[_at], pattern[_at + 1]);
        int codePoint = isPair ? char.ConvertToUtf32(pattern[_at], pattern[_at + 1]) : Peek;
        _at += isPair ? 2 : AtEnd ? 0 : 1;
        return codePoint;
    }

    /// <summary>The number written in so many hexadecimal digits; -1 if they are not all there.</summary>
    public int TakeHex(int digits)
    {
        if (_at + digits <= pattern.Length &&
            int.TryParse(pattern.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value))
        {
            _at += digits;
            return value;
        }
        return -1;
    }

    /// <summary>The second half of a surrogate pair that is written as two escapes, which is taken if it is there.</summary>
    public char? TakeLowSurrogateEscape()
    {
        int before = _at;
        int low = TryTake("\\u") ? TakeHex(4) : -1;
        if (low is >= 0xDC00 and <= 0xDFFF)
        {
            return (char)low;
        }
        _at = before;
        return null;
    }

    /// <summary>The digits that follow, as a number that is capped.</summary>
    public int TakeInteger()
    {
        int start = _at;
        while (char.IsAsciiDigit(Peek))
        {
            _at++;
        }
        return int.TryParse(pattern.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : int.MaxValue;
    }

    /// <summary>Reads up to the character, which is taken as well.</summary>
    public string TakeUntil(char end)
    {
        int close = AtEnd ? -1 : pattern.IndexOf(end, _at);
        if (close < 0)
        {
            Fail($"'{end}' is missing");
            return "";
        }
        string text = pattern[_at..close];
        _at = close + 1;
        return text;
    }

    /// <summary>The name of a group, up to its closing bracket.</summary>
    public string TakeName()
    {
        string name = TakeUntil('>');
        if (!PatternGroups.IsName(name))
        {
            Fail("a group needs a name of letters, digits, '_' and '$'");
        }
        return name;
    }

    public string TakeBracketedName()
    {
        if (TryTake('<'))
        {
            return TakeName();
        }
        Fail("'\\k' needs the name of a group in angle brackets");
        return "";
    }

    public string? PeekQuantifier()
    {
        int before = _at;
        string? quantifier = TakeQuantifier();
        _at = Error is null ? before : _at;
        return quantifier;
    }

    /// <summary>A quantifier in braces; null if there is none, as a brace may stand for itself.</summary>
    public string? TakeQuantifier()
    {
        int before = _at;
        if (!TryTake('{') || !char.IsAsciiDigit(Peek))
        {
            _at = before;
            return null;
        }
        int least = TakeInteger();
        bool isRange = TryTake(',');
        int? most = isRange && char.IsAsciiDigit(Peek) ? TakeInteger() : null;
        if (!TryTake('}'))
        {
            _at = before;
            return null;
        }
        if (most < least)
        {
            Fail("the numbers of the quantifier are out of order");
        }
        return isRange ? $"{{{least},{most}}}" : $"{{{least}}}";
    }
}
