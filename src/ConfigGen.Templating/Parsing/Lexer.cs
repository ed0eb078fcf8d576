using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>Cuts a template into tokens. Never fails: what it cannot read becomes an invalid token that ends the list.</summary>
internal sealed partial class Lexer(string source)
{
    /// <summary>An interpolated string that is open, and how many braces were open when it began.</summary>
    private sealed record Interpolation(char Quote, int Braces);

    /// <summary>A hundred times what the largest real templates have.</summary>
    private const int MaximumTokens = 250_000;

    private readonly List<Token> _tokens = [];
    private readonly Stack<Interpolation> _interpolations = new();
    private int _at;
    private int _braces;
    private bool _failed;

    public static List<Token> Tokenize(string source)
    {
        var lexer = new Lexer(source);
        lexer.Run();
        lexer._tokens.Add(new Token(TokenKind.EndOfFile, new Span(source.Length, source.Length), null));
        return lexer._tokens;
    }

    /// <summary>Cuts a text that is all code, as `object.eval` takes it.</summary>
    public static List<Token> TokenizeCode(string source)
    {
        var lexer = new Lexer(source);
        lexer.LexCode();
        lexer._tokens.Add(new Token(TokenKind.EndOfFile, new Span(source.Length, source.Length), null));
        return lexer._tokens;
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    private void Run()
    {
        var strip = '\0';
        while (HasMore())
        {
            strip = LexText(strip);
        }
    }

    private bool At(char first, char second) => Current == first && Peek(1) == second;

    private void Add(TokenKind kind, int start, string? text, bool space = false) =>
        _tokens.Add(new Token(kind, new Span(start, _at), text, space));

    /// <summary>Whether there is more to read; a template that is too large ends here.</summary>
    private bool HasMore()
    {
        if (!_failed && _tokens.Count > MaximumTokens)
        {
            Fail(_at, $"The template is too large: it has more than {MaximumTokens} tokens.");
        }

        return !_failed && _at < source.Length;
    }

    private void Fail(int start, string message)
    {
        _failed = true;
        _tokens.Add(new Token(TokenKind.Invalid, new Span(start, Math.Min(start + 1, source.Length)), message));
        _at = source.Length;
    }

    /// <summary>Reads code up to its closing braces and returns how the following text is stripped.</summary>
    private char LexCode()
    {
        while (HasMore())
        {
            var space = SkipBlanks();
            if (_at >= source.Length)
            {
                break;
            }

            if (TryCodeExit(out var strip))
            {
                return strip;
            }

            LexToken(space);
        }

        return '\0';
    }

    private bool SkipBlanks()
    {
        var start = _at;
        while (_at < source.Length && source[_at] is not '\n' && (char.IsWhiteSpace(source[_at]) || source[_at] is '\uFEFF'))
        {
            _at++;
        }

        return _at > start;
    }

    private bool IsCodeExit(int ahead)
    {
        var brace = Peek(ahead) is '-' or '~' ? ahead + 1 : ahead;
        return Peek(brace) == '}' && Peek(brace + 1) == '}';
    }

    private bool TryCodeExit(out char strip)
    {
        strip = Current is '-' or '~' ? Current : '\0';
        if (_braces > 0 || _interpolations.Count > 0 || !IsCodeExit(0))
        {
            return false;
        }

        var start = _at;
        _at += strip == '\0' ? 2 : 3;
        Add(TokenKind.CodeExit, start, "}}");
        return true;
    }

    private void LexToken(bool space)
    {
        var start = _at;
        var c = Current;
        if (c == '\n')
        {
            LexNewLine();
        }
        else if (c == '#')
        {
            SkipComment();
        }
        else if (c == '$' && Peek(1) is '"' or '\'')
        {
            LexInterpolationStart(space);
        }
        else if (c is '"' or '\'' or '`')
        {
            LexString(space);
        }
        else if (char.IsAsciiDigit(c))
        {
            LexNumber(space);
        }
        else if (c == '$')
        {
            LexLocal(space);
        }
        else if (c == '_' || char.IsLetter(c))
        {
            Add(LexIdentifier(), start, source[start.._at], space);
        }
        else
        {
            LexOperator(space);
        }
    }

    private void LexNewLine()
    {
        if (_interpolations.Count > 0)
        {
            Fail(_at, "Opened interpolated expression not closed on the same line.");
            return;
        }

        _at++;
        Add(TokenKind.NewLine, _at - 1, "\\n");
    }

    private void SkipComment()
    {
        var multi = Peek(1) == '#';
        _at += multi ? 2 : 1;
        while (_at < source.Length && !IsCodeExit(0))
        {
            if (multi && At('#', '#'))
            {
                _at += 2;
                return;
            }

            if (!multi && Current == '\n')
            {
                return;
            }

            _at++;
        }
    }

    private TokenKind LexIdentifier()
    {
        var start = _at;
        while (Current == '_' || char.IsLetterOrDigit(Current))
        {
            _at++;
        }

        // `empty?` is the only member whose name ends with a question mark.
        if (Current == '?' && start > 0 && source[start - 1] == '.' && source.AsSpan(start, _at - start) is "empty")
        {
            _at++;
        }

        return TokenKind.Identifier;
    }

    private void LexLocal(bool space)
    {
        var start = _at++;
        if (Current == '$')
        {
            _at++;
        }
        else
        {
            while (Current == '_' || char.IsLetterOrDigit(Current))
            {
                _at++;
            }
        }

        Add(TokenKind.Local, start, source[start.._at], space);
    }
}
