using System.Globalization;

namespace ConfigGen.JsonSchema;

/// <summary>
/// A pattern that begins with '^' and goes on with ASCII characters and classes, each perhaps repeated, such as "^[a-z][a-z0-9-]*$".
/// Most patterns of real schemas are; they are matched in one pass, without starting the regular expression engine, whose first use
/// costs more than a whole validation.
/// </summary>
internal sealed class PlainPattern
{
    private readonly List<(UInt128 Characters, int Least, int Most)> _parts = [];
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
        foreach (var (characters, least, most) in _parts)
        {
            int count = 0;
            while (count < most && at < text.Length && Has(characters, text[at]))
            {
                at++;
                count++;
            }
            if (count < least)
            {
                return false;
            }
        }
        return !_toTheEnd || at == text.Length;
    }

    private static bool Has(UInt128 characters, char c) => c < 128 && (characters >> c & 1) != 0;

    private bool ReadPart(PatternScanner scanner)
    {
        if (scanner.TryTake('$'))
        {
            _toTheEnd = true;
            return true;
        }
        var characters = scanner.TryTake('[') ? ReadClass(scanner) : ReadOne(scanner, ".*+?()[]{}|^");
        if (characters == 0)
        {
            return false;
        }
        var (least, most) = ReadQuantifier(scanner);
        _parts.Add((characters, least, most));
        return most > 0 && scanner.Peek is not '?';
    }

    /// <summary>Empty if the class is more than ASCII characters and ranges of them.</summary>
    private static UInt128 ReadClass(PatternScanner scanner)
    {
        UInt128 characters = 0;
        while (!scanner.AtEnd && scanner.Peek != ']')
        {
            char first = scanner.Peek;
            var one = ReadOne(scanner, "^[");
            if (one == 0)
            {
                return 0;
            }
            characters |= one;
            if (scanner.Peek == '-' && scanner.PeekNext != ']')
            {
                scanner.Take();
                char last = scanner.Take();
                if (!char.IsAsciiLetterOrDigit(first) || !char.IsAsciiLetterOrDigit(last) || last < first)
                {
                    return 0;
                }
                characters |= (UInt128.One << last + 1) - (UInt128.One << first);
            }
        }
        return scanner.TryTake(']') ? characters : 0;
    }

    /// <summary>A character that stands for itself, escaped if it is punctuation; empty for anything else.</summary>
    private static UInt128 ReadOne(PatternScanner scanner, string special)
    {
        bool isEscaped = scanner.TryTake('\\');
        char c = scanner.Take();
        bool isPlain = c is > ' ' and < '\u007F' && (isEscaped ? char.IsPunctuation(c) || char.IsSymbol(c) : !special.Contains(c, StringComparison.Ordinal));
        return isPlain ? UInt128.One << c : 0;
    }

    private static (int Least, int Most) ReadQuantifier(PatternScanner scanner)
    {
        switch (scanner.Peek)
        {
            case '*':
                scanner.Take();
                return (0, int.MaxValue);
            case '+':
                scanner.Take();
                return (1, int.MaxValue);
            case '?':
                scanner.Take();
                return (0, 1);
            default:
                return scanner.TakeQuantifier() is { } braces ? Limits(braces) : (1, 1);
        }
    }

    private static (int Least, int Most) Limits(string braces)
    {
        string[] numbers = braces[1..^1].Split(',');
        int least = int.Parse(numbers[0], CultureInfo.InvariantCulture);
        return numbers switch
        {
            [_] => (least, least),
            [_, ""] => (least, int.MaxValue),
            _ => (least, int.Parse(numbers[1], CultureInfo.InvariantCulture)),
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
                if ((_parts[i].Characters & _parts[next].Characters) != 0)
                {
                    return false;
                }
                isOpen = _parts[next].Least == 0;
            }
        }
        return true;
    }
}
