using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Statements other than loops.</summary>
internal sealed partial class Evaluator
{
    private enum Flow
    {
        Next,
        Break,
        Continue,
        Return,
    }

    private object? _returned;
    private int _loopDepth;

    private Flow Execute(Block block)
    {
        Budget.Enter(block.Span);
        var indent = _output.Indent;
        var output = _output;
        var flow = Flow.Next;
        for (var i = 0; i < block.Statements.Count && flow == Flow.Next; i++)
        {
            flow = Execute(block.Statements[i], indent);
        }

        output.Indent = indent;
        Budget.Leave();
        return flow;
    }

    private Flow Execute(Statement statement, string? blockIndent)
    {
        Budget.Step(statement.Span);
        switch (statement)
        {
            case Text text:
                _output.Write(text.Value, text.Span);
                return Flow.Next;
            case CodeEnter enter:
                _output.Indent = enter.Indent;
                return Flow.Next;
            case CodeExit:
                _output.Indent = blockIndent;
                return Flow.Next;
            case Syntax.Output output:
                Write(output);
                return Flow.Next;
            case Assign assign:
                Execute(assign);
                return Flow.Next;
            default:
                return ExecuteBlockStatement(statement);
        }
    }

    private Flow ExecuteBlockStatement(Statement statement) => statement switch
    {
        If choice => Execute(choice),
        For loop => Execute(loop),
        While loop => Execute(loop),
        Case choice => Execute(choice),
        Block block => Execute(block),
        Capture capture => Execute(capture),
        With with => Execute(with),
        FunctionDeclaration function => Execute(function),
        Return ret => Execute(ret),
        Break => Leave(statement, Flow.Break, "break"),
        Continue => Leave(statement, Flow.Continue, "continue"),
        _ => throw new TemplateFault(statement.Span, "Unexpected statement."),
    };

    private void Write(Syntax.Output output)
    {
        var value = Evaluate(output.Value);
        if (value is not null)
        {
            _output.Write(Text(value, output.Span), output.Span);
        }
    }

    private Flow Leave(Statement statement, Flow flow, string keyword)
    {
        if (_loopDepth == 0)
        {
            throw new TemplateFault(statement.Span, $"The <{keyword}> statement can only be used inside for/while loops");
        }

        return flow;
    }

    private Flow Execute(If choice)
    {
        if (IsTrue(Evaluate(choice.Condition)))
        {
            return Execute(choice.Then);
        }

        return choice.Else is null ? Flow.Next : ExecuteBlockStatement(choice.Else);
    }

    private Flow Execute(Case choice)
    {
        var value = Evaluate(choice.Value);
        var indent = _output.Indent;
        foreach (var statement in choice.Prologue)
        {
            Execute(statement, indent);
        }

        foreach (var when in choice.Whens)
        {
            foreach (var candidate in when.Values)
            {
                if (IsTrue(Operators.Binary(this, "==", candidate.Span, value, candidate.Span, Evaluate(candidate), candidate.Span)))
                {
                    return Execute(when.Body);
                }
            }
        }

        return choice.Else is null ? Flow.Next : Execute(choice.Else);
    }

    private Flow Execute(Return ret)
    {
        _returned = ret.Value is null ? null : Evaluate(ret.Value);
        return Flow.Return;
    }

    private Flow Execute(FunctionDeclaration declaration)
    {
        var name = declaration.Function.Name;
        (name.StartsWith('$') ? _locals : _globals[^1]).Set(name, new TemplateFunction(declaration.Function, _source));
        return Flow.Next;
    }

    private Flow Execute(Capture capture)
    {
        var flow = Flow.Next;
        var text = Captured(capture.Span, () => flow = Execute(capture.Body), keepIndent: true);
        Assign(capture.Target, text);
        return flow;
    }

    private Flow Execute(With with)
    {
        var target = Evaluate(with.Target);
        if (target is not ObjectValue members)
        {
            var problem = $"Invalid target property used for [with] statement. Must be an object instead of {Show(target)}";
            throw new TemplateFault(with.Target.Span, problem);
        }

        _globals.Add(new Scope(members));
        var flow = Execute(with.Body);
        _globals.RemoveAt(_globals.Count - 1);
        return flow;
    }
}
