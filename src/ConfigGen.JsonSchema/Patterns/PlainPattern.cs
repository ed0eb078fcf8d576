using System.Globalization;
using System.Runtime.InteropServices;

namespace ConfigGen.JsonSchema;

/// <summary>
/// A pattern that begins with '^' and goes on with ASCII characters and classes, each perhaps repeated, such as "^[a-z][a-z0-9-]*$".
/// Most patterns of real schemas are; they are matched in one pass, without starting the regular expression engine, whose first use
/// costs more than a whole validation.
/// </summary>
internal sealed class PlainPattern
{
    private readonly List<Part> _parts = [];
    private bool _toTheEnd;

    /// <summary>Null if the pattern is anything more, be it valid or not.</summary>
    public static PlainPattern? Read(string text)
    {
        var pattern = new PlainPattern();
        var scanner = new PatternScanner(text);
        bool isPlain = scanner.TryTake('^');
        while (isPlain && !scanner.AtEnd && !pattern._toTheEnd)
        {
            isPlain = pattern.ReadPart(scanner);
        }
        return isPlain && scanner.AtEnd && scanner.Error is null && pattern.NeedsNoBacktracking() ? pattern : null;
    }

    public bool Matches(string text)
    {
        int at = 0;
        foreach (var part in _parts)
        {
            int count = 0;
            while (count < part.Most && at < text.Length && part.Characters.Contains(text[at]))
            {
                at++;
                count++;
            }
            if (count < part.Least)
            {
                return false;
            }
        }
        return !_toTheEnd || at == text.Length;
    }

    private bool ReadPart(PatternScanner scanner)
    {
        if (scanner.TryTake('$'))
        {
            _toTheEnd = true;
            return true;
        }
        var characters = scanner.TryTake('[') ? ReadClass(scanner) : ReadOne(scanner, ".*+?()[]{}|^");
        if (characters.IsEmpty)
        {
            return false;
        }
        var part = ReadQuantifier(scanner, characters);
        _parts.Add(part);
        return part.Most > 0 && scanner.Peek is not '?';
    }

    /// <summary>Empty if the class is more than ASCII characters and ranges of them.</summary>
    private static AsciiSet ReadClass(PatternScanner scanner)
    {
        var characters = default(AsciiSet);
        while (!scanner.AtEnd && scanner.Peek != ']')
        {
            char first = scanner.Peek;
            var one = ReadOne(scanner, "^[");
            if (one.IsEmpty)
            {
                return default;
            }
            characters = characters.Or(one);
            if (scanner.Peek == '-' && scanner.PeekNext != ']')
            {
                scanner.Take();
                char last = scanner.Take();
                if (!char.IsAsciiLetterOrDigit(first) || !char.IsAsciiLetterOrDigit(last) || last < first)
                {
                    return default;
                }
                characters = characters.Or(AsciiSet.Of(first, last));
            }
        }
        return scanner.TryTake(']') ? characters : default;
    }

    /// <summary>A character that stands for itself, escaped if it is punctuation; empty for anything else.</summary>
    private static AsciiSet ReadOne(PatternScanner scanner, string special)
    {
        bool isEscaped = scanner.TryTake('\\');
        char c = scanner.Take();
        bool standsForItself = isEscaped ? char.IsPunctuation(c) || char.IsSymbol(c) : !special.Contains(c, StringComparison.Ordinal);
        return standsForItself && c is > ' ' and < '\u007F' ? AsciiSet.Of(c, c) : default;
    }

    private static Part ReadQuantifier(PatternScanner scanner, AsciiSet characters)
    {
        switch (scanner.Peek)
        {
            case '*':
                scanner.Take();
                return new(characters, 0, int.MaxValue);
            case '+':
                scanner.Take();
                return new(characters, 1, int.MaxValue);
            case '?':
                scanner.Take();
                return new(characters, 0, 1);
            default:
                return scanner.TakeQuantifier() is { } braces ? Limits(characters, braces) : new(characters, 1, 1);
        }
    }

    private static Part Limits(AsciiSet characters, string braces)
    {
        string[] numbers = braces[1..^1].Split(',');
        int least = int.Parse(numbers[0], CultureInfo.InvariantCulture);
        return numbers switch
        {
            [_] => new(characters, least, least),
            [_, ""] => new(characters, least, int.MaxValue),
            _ => new(characters, least, int.Parse(numbers[1], CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>Whether a repetition may take all it can: nothing that can follow it shares a character with it.</summary>
    private bool NeedsNoBacktracking()
    {
        for (int i = 0; i < _parts.Count; i++)
        {
            bool isOpen = _parts[i].Least != _parts[i].Most;
            for (int next = i + 1; isOpen && next < _parts.Count; next++)
            {
                if (_parts[i].Characters.Overlaps(_parts[next].Characters))
                {
                    return false;
                }
                isOpen = _parts[next].Least == 0;
            }
        }
        return true;
    }

    private sealed record Part(AsciiSet Characters, int Least, int Most);
}

/// <summary>A set of ASCII characters.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AsciiSet(ulong Low, ulong High)
{
    public bool IsEmpty => (Low | High) == 0;

    public static AsciiSet Of(char first, char last)
    {
        ulong low = 0;
        ulong high = 0;
        for (int c = first; c <= last; c++)
        {
            low |= c < 64 ? 1UL << c : 0;
            high |= c >= 64 ? 1UL << c - 64 : 0;
        }
        return new(low, high);
    }

    public bool Contains(char c) => c < 128 && ((c < 64 ? Low >> c : High >> c - 64) & 1) != 0;

    public AsciiSet Or(AsciiSet other) => new(Low | other.Low, High | other.High);

    public bool Overlaps(AsciiSet other) => ((Low & other.Low) | (High & other.High)) != 0;
}
