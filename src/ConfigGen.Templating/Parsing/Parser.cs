using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>What is wrong at a place of the text.</summary>
internal sealed record SyntaxProblem(Span Span, string Message);

/// <summary>Builds the tree of a template. The first fatal error moves to the end of the tokens, so that every loop ends by itself;
/// later ones, which are only its consequence, are not reported.</summary>
internal sealed partial class Parser
{
    /// <summary>Levels of parentheses, brackets, operators and blocks within each other; real templates stay below 30.</summary>
    private const int MaximumDepth = 200;

    private const int MaximumErrors = 20;

    private readonly string _source;
    private readonly List<Token> _tokens;
    private readonly List<SyntaxProblem> _errors = [];
    private int _index;
    private int _depth;
    private int _newLinesAllowed;
    private bool _failed;

    private Parser(string source, List<Token> tokens) => (_source, _tokens) = (source, tokens);

    /// <summary>Parses a template, or with <paramref name="codeOnly"/> a text that is all code.</summary>
    public static (Block Root, IReadOnlyList<SyntaxProblem> Errors) Parse(string source, bool codeOnly = false)
    {
        var parser = new Parser(source, codeOnly ? Lexer.TokenizeCode(source) : Lexer.Tokenize(source));
        var root = parser.ParseBlock(static _ => false);
        return (root, parser._errors);
    }

    private Token Current => _tokens[_index];

    private Token Ahead(int count) => _tokens[Math.Min(_index + count, _tokens.Count - 1)];

    private Token Take()
    {
        var token = Current;
        Advance();
        return token;
    }

    private void Advance()
    {
        if (_index < _tokens.Count - 1)
        {
            _index++;
        }

        SkipNewLines();
    }

    private void SkipNewLines()
    {
        while (_newLinesAllowed > 0 && Current.Kind == TokenKind.NewLine)
        {
            _index++;
        }
    }

    private bool TryTake(string op)
    {
        if (!Current.Is(op))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Report(Span span, string message)
    {
        if (!_failed && _errors.Count < MaximumErrors)
        {
            _errors.Add(new SyntaxProblem(span, message));
        }
    }

    private void Fail(Span span, string message)
    {
        if (!_failed && Current.Kind == TokenKind.Invalid)
        {
            (span, message) = (Current.Span, Current.Text!);
        }

        Report(span, message);
        _failed = true;
        _index = _tokens.Count - 1;
    }

    private void Expect(string op, string context)
    {
        if (!TryTake(op))
        {
            Fail(Current.Span, $"Unexpected token {Describe(Current)} in {context}: expecting `{op}`.");
        }
    }

    private static string Describe(Token token) => token.Kind switch
    {
        TokenKind.EndOfFile => "`<eof>`",
        TokenKind.Text => "text",
        TokenKind.String => $"\"{token.Text}\"",
        TokenKind.CodeEnter => "`{{`",
        _ => $"`{token.Text}`",
    };

    /// <summary>Counts one level of nesting around <paramref name="parse"/>.</summary>
    private T Nest<T>(Func<T> parse, Func<T> tooDeep)
    {
        if (_depth >= MaximumDepth)
        {
            Fail(Current.Span, $"The template is nested more than {MaximumDepth} levels deep here.");
            return tooDeep();
        }

        _depth++;
        var result = parse();
        _depth--;
        return result;
    }

    /// <summary>Parses with line ends allowed, as they are between brackets.</summary>
    private T AcrossLines<T>(Func<T> parse)
    {
        _newLinesAllowed++;
        SkipNewLines();
        var result = parse();
        _newLinesAllowed--;
        return result;
    }
}
