using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>`if` and `case`.</summary>
internal sealed partial class Parser
{
    private If ParseIf()
    {
        var start = Current.Span;
        var result = Nest(ParseIfChain, () => new If(start, new Literal(start, null), new Block(start, []), null));
        ExpectEnd(start, "if");
        return result;
    }

    /// <summary>Parses from `if` to the `end` that closes it together with its `else if`s, without that `end`.</summary>
    private If ParseIfChain()
    {
        var start = Take().Span;
        var condition = EndStatement(ParseFullExpression("if <expression> ... end|else|else if"));
        var then = ParseBlock(UntilElse);
        if (!Current.IsWord("else"))
        {
            return new If(start, condition, then, null);
        }

        Advance();
        Statement otherwise = Current.IsWord("if")
            ? Nest(ParseIfChain, () => new If(start, condition, then, null))
            : ParseElse();
        return new If(start, condition, then, otherwise);
    }

    private Block ParseElse()
    {
        EndStatement(true);
        return ParseBlock(UntilEnd);
    }

    private Case ParseCase()
    {
        var start = Take().Span;
        var value = EndStatement(ParseFullExpression("case <expression> ... end"));
        var prologue = ParseCasePrologue();
        var whens = new List<When>();
        while (Current.IsWord("when"))
        {
            whens.Add(ParseWhen());
        }

        Block? otherwise = null;
        if (Current.IsWord("else"))
        {
            if (whens.Count == 0)
            {
                Reject(LonelyElse);
            }

            Advance();
            otherwise = ParseElse();
        }

        ExpectEnd(start, "case");
        return new Case(start, value, prologue, whens, otherwise);
    }

    /// <summary>Between `case` and its first `when` only text may stand; it is written before the branch is chosen.</summary>
    private List<Statement> ParseCasePrologue()
    {
        var statements = new List<Statement>();
        while (Current.Kind != TokenKind.EndOfFile && !UntilWhen(Current))
        {
            if (Current.Kind is not (TokenKind.Text or TokenKind.CodeEnter or TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon))
            {
                var found = $"Unexpected statement/expression {Describe(Current)} in the body of a `case` statement.";
                Fail(Current.Span, $"{found} Only `when`/`else` are expected.");
            }
            else if (ParseStatement() is { } statement)
            {
                statements.Add(statement);
            }
        }

        return statements;
    }

    private When ParseWhen()
    {
        var start = Take().Span;
        var values = new List<Expression>();
        do
        {
            // `||` separates values here, so that only what binds tighter belongs to one value.
            values.Add(ParseExpression(OrPrecedence, insideCall: false, "when <expression>"));
        }
        while (TryTake(",") || TryTake("||"));

        EndStatement(true);
        return new When(start, values, ParseBlock(UntilWhen));
    }
}
