using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>Functions: declared, anonymous and inline.</summary>
internal sealed partial class Parser
{
    private FunctionDeclaration ParseFunction()
    {
        var start = Take().Span;
        var name = Current;
        if (name.Kind != TokenKind.Identifier && !(name.Kind == TokenKind.Local && name.Text is { Length: > 1 } and not "$$"))
        {
            Fail(Current.Span, $"Expecting the name of a function instead of {Describe(name)} in: func <variable> ... end");
        }

        Advance();
        var parameters = Current.Is("(") && !Current.SpaceBefore ? ParseParameters() : null;
        EndStatement(true);
        var body = ParseFunctionBody();
        ExpectEnd(start, "func");
        return new FunctionDeclaration(start, new FunctionDefinition(name.Text ?? "", parameters, body, null));
    }

    /// <summary>Parses `do ... end` as an expression: the rest of the line behind its `end` still belongs to the statement around it.</summary>
    private AnonymousFunction ParseAnonymousFunction()
    {
        var start = Take().Span;
        EndStatement(true);
        var body = ParseFunctionBody();
        if (Current.IsWord("end"))
        {
            Advance();
        }
        else
        {
            FailUnclosed(start, "do");
        }

        return new AnonymousFunction(start, new FunctionDefinition("do", null, body, null));
    }

    private Block ParseFunctionBody()
    {
        var inLoopHeader = _inLoopHeader;
        _inLoopHeader = false;
        var body = ParseBlock(UntilEnd);
        _inLoopHeader = inLoopHeader;
        return body;
    }

    private List<Parameter> ParseParameters()
    {
        var parameters = new List<Parameter>();
        AcrossLines(() =>
        {
            Advance();
            while (Current.Kind == TokenKind.Identifier)
            {
                parameters.Add(ParseParameter(parameters));
                if (!TryTake(","))
                {
                    break;
                }
            }

            return true;
        });
        Expect(")", "the parameters of a function");
        return parameters;
    }

    private Parameter ParseParameter(List<Parameter> before)
    {
        var name = Take();
        var last = before.Count == 0 ? ParameterKind.Required : before[^1].Kind;
        var kind = TryTake("...") ? ParameterKind.Variadic : Current.Is("=") ? ParameterKind.Optional : ParameterKind.Required;
        if (kind < last || last == ParameterKind.Variadic)
        {
            Report(name.Span, $"Cannot declare {Describe(kind)} after {Describe(last)}.");
        }
        else if (before.Exists(p => p.Name == name.Text))
        {
            Report(name.Span, $"The parameter `{name.Text}` is declared twice.");
        }

        return new Parameter(name.Text!, kind, TryTake("=") ? ParseDefault(name.Span) : null);
    }

    private Expression ParseDefault(Span parameter)
    {
        var value = ParseExpression(0, insideCall: true, "<parameter> = <expression>");
        if (value is not Literal)
        {
            Report(parameter, "Expecting only a literal for an optional parameter value.");
        }

        return value;
    }

    private static string Describe(ParameterKind kind) => kind switch
    {
        ParameterKind.Required => "a normal parameter",
        ParameterKind.Optional => "an optional parameter",
        _ => "a variable parameter (`...`)",
    };

    /// <summary>Turns `name(a, b)`, already read as a call, into the head of an inline function.</summary>
    private FunctionDeclaration? TryInlineFunction(Expression target)
    {
        if (target is not Call { Target: Variable { IsLocal: false } name, Arguments: var arguments } call)
        {
            return null;
        }

        var parameters = new List<Parameter>();
        foreach (var argument in arguments)
        {
            if (argument.Name is not null || argument.Value is not Variable { IsLocal: false } parameter)
            {
                return null;
            }

            parameters.Add(new Parameter(parameter.Name, ParameterKind.Required, null));
        }

        Advance();
        var value = ParseFullExpression("<function>(<parameters>) = <expression>");
        return new FunctionDeclaration(call.Span, new FunctionDefinition(name.Name, parameters, null, value));
    }
}
