using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>Blocks and the dispatch of statements.</summary>
internal sealed partial class Parser
{
    private const string LonelyElse = "A else condition must be preceded by another if/else/when condition or a for loop.";

    private static readonly Func<Token, bool> UntilEnd = static token => token.IsWord("end");
    private static readonly Func<Token, bool> UntilElse = static token => token.IsWord("end") || token.IsWord("else");
    private static readonly Func<Token, bool> UntilWhen = static token => UntilElse(token) || token.IsWord("when");

    private Block ParseBlock(Func<Token, bool> until)
    {
        // A block inside brackets, the body of a function that is passed as an argument, has line ends of its own.
        var newLinesAllowed = _newLinesAllowed;
        _newLinesAllowed = 0;
        var block = Nest(() => ParseStatements(until), () => new Block(Current.Span, []));
        _newLinesAllowed = newLinesAllowed;
        return block;
    }

    private Block ParseStatements(Func<Token, bool> until)
    {
        var start = Current.Span;
        var statements = new List<Statement>();
        while (Current.Kind != TokenKind.EndOfFile && !until(Current))
        {
            if (ParseStatement() is { } statement)
            {
                statements.Add(statement);
            }
        }

        return new Block(start.To(Current.Span), statements);
    }

    private Statement? ParseStatement()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Text:
                Advance();
                return new Text(token.Span, token.Text!);
            case TokenKind.CodeEnter:
                Advance();
                return new CodeEnter(token.Span, token.Text);
            case TokenKind.CodeExit:
                Advance();
                return new CodeExit(token.Span);
            case TokenKind.NewLine or TokenKind.Semicolon:
                Advance();
                return null;
            case TokenKind.Identifier when !Ahead(1).Is("."):
                return ParseKeyword(token) ?? ParseExpressionStatement();
            default:
                return ParseExpressionStatement();
        }
    }

    private Statement? ParseKeyword(Token token) => token.Text switch
    {
        "if" => ParseIf(),
        "for" or "tablerow" => ParseFor(),
        "while" => ParseWhile(),
        "case" => ParseCase(),
        "func" => ParseFunction(),
        "capture" => ParseCapture(),
        "with" => ParseWith(),
        "ret" => ParseReturn(),
        "break" => EndStatement(new Break(Take().Span)),
        "continue" => EndStatement(new Continue(Take().Span)),
        "end" => Reject("Unexpected `end`: no block is open here."),
        "else" => Reject(LonelyElse),
        "when" => Reject("A `when` must be inside a `case`."),
        _ => Unsupported.Statement(token.Text!) is { } message && !Ahead(1).Is("=") ? Reject(message) : null,
    };

    private Block Reject(string message)
    {
        Fail(Current.Span, message);
        return new Block(Current.Span, []);
    }

    /// <summary>A statement ends with a line, a semicolon or its code block.</summary>
    private T EndStatement<T>(T statement)
    {
        if (Current.Kind is TokenKind.NewLine or TokenKind.Semicolon)
        {
            Advance();
        }
        else if (Current.Kind is not (TokenKind.CodeExit or TokenKind.EndOfFile))
        {
            Fail(Current.Span, $"Invalid token found {Describe(Current)}. Expecting <EOL>/end of line.");
        }

        return statement;
    }

    private void ExpectEnd(Span opening, string keyword)
    {
        if (!Current.IsWord("end"))
        {
            FailUnclosed(opening, keyword);
            return;
        }

        Advance();
        EndStatement(true);
    }

    /// <summary>Reports a missing `end` at the end of the template, where the language does, and says where the block begins.</summary>
    private void FailUnclosed(Span opening, string keyword)
    {
        var line = 1 + _source.AsSpan(0, opening.Start).Count('\n');
        Fail(_tokens[Math.Max(0, _tokens.Count - 2)].Span, $"The <end> statement was not found for the `{keyword}` of line {line}.");
    }

    private Return ParseReturn()
    {
        var start = Take().Span;
        var value = StartsExpression(Current) || Current.Is("-") || Current.Is("+") ? ParseFullExpression("ret <expression>?") : null;
        return EndStatement(new Return(start, value));
    }

    private Capture ParseCapture()
    {
        var start = Take().Span;
        var target = EndStatement(ParseFullExpression("capture <variable> ... end"));
        CheckTarget(target);
        var body = ParseBlock(UntilEnd);
        ExpectEnd(start, "capture");
        return new Capture(start, target, body);
    }

    private With ParseWith()
    {
        var start = Take().Span;
        var target = EndStatement(ParseFullExpression("with <variable> ... end"));
        var body = ParseBlock(UntilEnd);
        ExpectEnd(start, "with");
        return new With(start, target, body);
    }

    private While ParseWhile()
    {
        var start = Take().Span;
        var condition = EndStatement(ParseFullExpression("while <expression> ... end"));
        var body = ParseBlock(UntilEnd);
        ExpectEnd(start, "while");
        return new While(start, condition, body);
    }
}
