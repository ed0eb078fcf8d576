using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>Numbers and operators.</summary>
internal sealed partial class Lexer
{
    private void LexNumber(bool space)
    {
        var start = _at;
        if (Current == '0' && Peek(1) is 'x' or 'X' or 'b' or 'B')
        {
            _at += 2;
            SkipWhile(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
            Add(TokenKind.Integer, start, source[start.._at], space);
            return;
        }

        SkipWhile(static c => char.IsAsciiDigit(c) || c == '_');
        var real = LexFraction() | LexExponent();
        if (Current is 'f' or 'F' or 'd' or 'D' or 'm' or 'M')
        {
            real = true;
            _at++;
        }

        Add(real ? TokenKind.Real : TokenKind.Integer, start, source[start.._at], space);
        if (Current == '_' || char.IsLetter(Current))
        {
            Fail(_at, $"Unexpected character `{Current}` after a number.");
        }
    }

    private bool LexFraction()
    {
        if (Current != '.' || !char.IsAsciiDigit(Peek(1)))
        {
            return false;
        }

        _at++;
        SkipWhile(static c => char.IsAsciiDigit(c) || c == '_');
        return true;
    }

    /// <summary>Reads an exponent; true where it makes the number a real one, which only a negative exponent does.</summary>
    private bool LexExponent()
    {
        var sign = Peek(1) is '+' or '-' ? 1 : 0;
        if (Current is not ('e' or 'E') || !char.IsAsciiDigit(Peek(1 + sign)))
        {
            return false;
        }

        var negative = Peek(1) == '-';
        _at += 1 + sign;
        SkipWhile(char.IsAsciiDigit);
        return negative;
    }

    private void SkipWhile(Func<char, bool> accept)
    {
        while (_at < source.Length && accept(source[_at]))
        {
            _at++;
        }
    }

    private void LexOperator(bool space)
    {
        var start = _at;
        if (Current == ';')
        {
            _at++;
            Add(TokenKind.Semicolon, start, ";", space);
            return;
        }

        var op = MatchOperator();
        if (op is null)
        {
            Fail(start, $"Unexpected character `{Current}`.");
            return;
        }

        if (op == "{" && _interpolations.Count > 0)
        {
            Fail(start, "An object cannot be written inside of an interpolated string: the first `}` ends the expression.");
            return;
        }

        if (op == "}" && CloseInterpolation())
        {
            return;
        }

        _braces += op == "{" ? 1 : op == "}" ? -1 : 0;
        _braces = Math.Max(0, _braces);
        _at += op.Length;
        Add(TokenKind.Operator, start, op, space);
    }

    private bool CloseInterpolation()
    {
        if (_interpolations.Count == 0 || _interpolations.Peek().Braces != _braces)
        {
            return false;
        }

        var quote = _interpolations.Pop().Quote;
        _at++;
        LexInterpolationText(quote, _at);
        return true;
    }

    private string? MatchOperator() => MatchOperator(3) ?? MatchOperator(2) ?? MatchOperator(1);

    /// <summary>The operator of that width, as a constant: a template has too many of them to make each anew.</summary>
    private string? MatchOperator(int width)
    {
        var text = source.AsSpan(_at, Math.Min(width, source.Length - _at));
        return width switch
        {
            3 => text switch { "//=" => "//=", "..<" => "..<", "..." => "...", _ => null },
            2 => MatchPair(text),
            _ => MatchSingle(text[0]),
        };
    }

    private static string? MatchPair(ReadOnlySpan<char> text) => text switch
    {
        "??" => "??",
        "?!" => "?!",
        "?." => "?.",
        "||" => "||",
        "|>" => "|>",
        "&&" => "&&",
        "<<" => "<<",
        ">>" => ">>",
        ".." => "..",
        "//" => "//",
        "==" => "==",
        "!=" => "!=",
        "<=" => "<=",
        ">=" => ">=",
        "+=" => "+=",
        "-=" => "-=",
        "*=" => "*=",
        "/=" => "/=",
        "%=" => "%=",
        "++" => "++",
        "--" => "--",
        _ => null,
    };

    private static string? MatchSingle(char c) => c switch
    {
        '+' => "+",
        '-' => "-",
        '*' => "*",
        '/' => "/",
        '%' => "%",
        '^' => "^",
        '!' => "!",
        '@' => "@",
        '=' => "=",
        '<' => "<",
        '>' => ">",
        '&' => "&",
        '|' => "|",
        '?' => "?",
        ':' => ":",
        '.' => ".",
        ',' => ",",
        '(' => "(",
        ')' => ")",
        '[' => "[",
        ']' => "]",
        '{' => "{",
        '}' => "}",
        _ => null,
    };
}
