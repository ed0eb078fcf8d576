using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>`for` and `tablerow`, with their options `offset`, `limit`, `reversed` and `cols`. As in the language, options stand behind a
/// variable or parentheses only: behind an operator or a pipe they would be arguments of what is on its right.</summary>
internal sealed partial class Parser
{
    private bool _inLoopHeader;

    private For ParseFor()
    {
        var keyword = Take();
        var syntax = $"{keyword.Text} <variable> in <expression> ... end";
        var variable = Current;
        if (variable.Kind is not (TokenKind.Identifier or TokenKind.Local) || variable.Text is "$" or "$$")
        {
            Fail(keyword.Span, $"Error while parsing {keyword.Text} statement: Expecting a variable instead of {Describe(variable)} in: {syntax}");
        }

        Advance();
        if (!Current.IsWord("in"))
        {
            Fail(keyword.Span, $"Error while parsing {keyword.Text} statement: Expecting 'in' word instead of {Describe(Current)} in: {syntax}");
        }

        Advance();
        _inLoopHeader = true;
        var iterator = ParseFullExpression(syntax);
        var options = ParseLoopOptions(keyword.Text == "tablerow");
        _inLoopHeader = false;
        return ParseForBody(keyword, VariableOf(variable), EndStatement(iterator), options);
    }

    private static Variable VariableOf(Token token) => new(token.Span, token.Text ?? "$");

    private For ParseForBody(Token keyword, Variable variable, Expression iterator, LoopOptions options)
    {
        var body = ParseBlock(UntilElse);
        Block? otherwise = null;
        if (Current.IsWord("else"))
        {
            Advance();
            otherwise = ParseElse();
        }

        ExpectEnd(keyword.Span, keyword.Text!);
        return new For(keyword.Span, variable, iterator, options, body, otherwise);
    }

    private LoopOptions ParseLoopOptions(bool isTableRow)
    {
        var options = new LoopOptions(null, null, null, Reversed: false, isTableRow);
        while (IsLoopOption())
        {
            var name = Take();
            options = name.Text == "reversed" ? options with { Reversed = true } : ParseLoopOption(name, options);
        }

        return options;
    }

    private LoopOptions ParseLoopOption(Token name, LoopOptions options)
    {
        Expect(":", $"the loop option `{name.Text}`");
        var value = ParseExpression(0, insideCall: true, $"{name.Text}: <expression>");
        switch (name.Text)
        {
            case "offset":
                return options with { Offset = value };
            case "limit":
                return options with { Limit = value };
            case "cols" when options.IsTableRow:
                return options with { Columns = value };
            default:
                Fail(name.Span, $"Unknown loop option `{name.Text}`. Only `offset`, `limit` and `reversed` are allowed.");
                return options;
        }
    }

    /// <summary>`for i in 1..5 reversed` calls the function `5`, in the language too; this says what to write.</summary>
    private void CheckLoopOption(Expression target, int precedence)
    {
        if (precedence > 0 && target is Literal && IsLoopOption())
        {
            Report(target.Span, $"Put the range in parentheses in front of `{Current.Text}`.");
        }
    }

    private bool IsLoopOption() =>
        _inLoopHeader && _newLinesAllowed == 0 && Current.Kind == TokenKind.Identifier
        && (Current.Text == "reversed" || (Current.Text is "offset" or "limit" or "cols" && Ahead(1).Is(":")));
}
