using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>Literals, variables and their paths, and what stands in brackets.</summary>
internal sealed partial class Parser
{
    private const int MaximumChain = 1000;

    private Span Last => _tokens[Math.Max(0, _index - 1)].Span;

    private Expression ParseOperand(string syntax, bool insideCall)
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                return ParsePath(ParseIdentifier());
            case TokenKind.Local:
                return ParsePath(ParseLocal());
            case TokenKind.Integer or TokenKind.Real:
                return ParseNumber();
            case TokenKind.String:
                return ParsePath(new Literal(token.Span, Take().Text));
            case TokenKind.InterpolationStart:
                return ParsePath(ParseInterpolation());
            case TokenKind.Operator when token.Text is "(" or "[" or "{":
                return ParsePath(ParseBrackets());
            case TokenKind.Operator when token.Text is "!" or "-" or "+" or "@" or "^":
                return ParseUnary(insideCall);
            case TokenKind.Operator when token.Text is "++" or "--":
                return ParsePrefixIncrement();
            default:
                Fail(token.Span, $"Expecting <expression> instead of {Describe(token)} in: {syntax}");
                return new Literal(token.Span, null);
        }
    }

    private Unary ParseUnary(bool insideCall)
    {
        var op = Take();
        // What is named by `@` or expanded by `^` is an argument: the arguments behind it belong to the call around it.
        var alone = insideCall || op.Text is "@" or "^";
        var operand = ParseExpression(UnaryPrecedence, alone, "<operator> <expression>");
        return new Unary(op.Span.To(operand.Span), op.Text!, operand);
    }

    private Increment ParsePrefixIncrement()
    {
        var op = Take();
        var target = ParseExpression(UnaryPrecedence, insideCall: true, "<operator> <variable>");
        CheckTarget(target);
        return new Increment(op.Span.To(target.Span), Unwrap(target), op.Text == "++" ? 1 : -1, Prefix: true);
    }

    private Expression ParseIdentifier()
    {
        var token = Current;
        switch (token.Text)
        {
            case "true" or "false":
                return new Literal(Take().Span, token.Text == "true");
            case "null":
                return new Literal(Take().Span, null);
            case "do":
                return ParseAnonymousFunction();
            case "for" or "while" or "tablerow" when Ahead(1).Is("."):
                return ParseLoopMember();
            default:
                return new Variable(Take().Span, token.Text!);
        }
    }

    private LoopMember ParseLoopMember()
    {
        var loop = Take();
        Advance();
        var name = Take();
        var known = name.Text is "index" or "first" or "even" or "odd"
            || (loop.Text == "for" && name.Text is "rindex" or "last" or "length" or "changed");
        if (!known)
        {
            Report(loop.Span, $"The loop variable <{loop.Text}.{name.Text}> is not supported");
        }

        return new LoopMember(loop.Span.To(name.Span), loop.Text!, name.Text ?? "", name.Span);
    }

    /// <summary>`$1` is short for `$[1]`.</summary>
    private Expression ParseLocal()
    {
        var token = Take();
        if (token.Text == "$$")
        {
            Fail(token.Span, Unsupported.Statement("wrap")!);
        }

        return int.TryParse(token.Text.AsSpan(1), out var index)
            ? new Indexer(token.Span, new Variable(token.Span, "$"), new Literal(token.Span, index))
            : new Variable(token.Span, token.Text!);
    }

    private Literal ParseNumber()
    {
        var token = Take();
        if (!NumberLiteral.TryParse(token.Text!, out var value, out var problem))
        {
            Report(token.Span, problem);
        }

        return new Literal(token.Span, value);
    }

    private InterpolatedString ParseInterpolation()
    {
        var start = Take().Span;
        var parts = new List<Expression>();
        while (Current.Kind == TokenKind.InterpolationText)
        {
            var text = Take();
            parts.Add(new Literal(text.Span, text.Text));
            if (Current.Kind == TokenKind.InterpolationEnd)
            {
                Advance();
                return new InterpolatedString(start.To(Last), parts);
            }

            parts.Add(ParseFullExpression("{<expression>}"));
        }

        Fail(Current.Span, $"Unexpected token {Describe(Current)} in an interpolated string.");
        return new InterpolatedString(start, parts);
    }

    /// <summary>Parses what directly follows a value: members, indexers, arguments in parentheses, `++` and `--`.</summary>
    private Expression ParsePath(Expression target)
    {
        while (!_failed)
        {
            if (Current.Is(".") || Current.Is("?."))
            {
                target = ParseMember(target);
            }
            else if (Current.Is("[") && !Current.SpaceBefore)
            {
                target = ParseIndexer(target);
            }
            else if (Current.Is("(") && !Current.SpaceBefore && target is Variable or Member or Indexer)
            {
                target = ParseArguments(target);
            }
            else
            {
                break;
            }

            target = DeepenPath(target);
        }

        return IsIncrement(target) ? ParsePostfixIncrement(target) : target;
    }

    private bool IsIncrement(Expression target) =>
        Current.Kind == TokenKind.Operator && Current.Text is "++" or "--" && target is Variable or Member or Indexer or Nested;

    private Increment ParsePostfixIncrement(Expression target)
    {
        CheckTarget(target);
        var op = Take();
        return new Increment(target.Span.To(op.Span), Unwrap(target), op.Text == "++" ? 1 : -1, Prefix: false);
    }
}
