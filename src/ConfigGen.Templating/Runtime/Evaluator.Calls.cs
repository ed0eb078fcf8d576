using ConfigGen.Templating.Builtins;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Calls, pipes and the binding of arguments.</summary>
internal sealed partial class Evaluator
{
    /// <summary>What was piped and waits for the next function that is called.</summary>
    private List<Arg>? _piped;

    private List<Arg> TakePiped()
    {
        var piped = _piped ?? [];
        _piped = null;
        return piped;
    }

    private object? CallIfFunction(object? value, Span span) =>
        value is FunctionValue function ? Invoke(function, TakePiped(), span) : value;

    private object? Evaluate(Pipe pipe)
    {
        var arguments = new List<Arg>();
        AddArgument(arguments, pipe.From, null, pipe.From.Span);
        var outer = _piped;
        _piped = arguments;
        var value = Evaluate(pipe.To);
        if (_piped is not null)
        {
            throw new TemplateFault(pipe.To.Span, "The destination of a pipe must be a function.");
        }

        _piped = outer;
        return value;
    }

    private object? Evaluate(Call call)
    {
        var arguments = TakePiped();
        var target = EvaluateTarget(call.Target);
        if (target is not FunctionValue function)
        {
            var message = target is null ? $"The function `{Written(call.Target)}` was not found" : $"Invalid target function {Show(target)}";
            throw new TemplateFault(call.Span, message);
        }

        foreach (var argument in call.Arguments)
        {
            AddArgument(arguments, argument.Value, argument.Name, argument.Span);
        }

        return Invoke(function, arguments, call.Span);
    }

    /// <summary>An expression as it stands in the template.</summary>
    private string Written(Expression expression)
    {
        var text = _source.Text[expression.Span.Start..expression.Span.End];
        return text.Length > 60 ? text[..60] + "..." : text;
    }

    private void AddArgument(List<Arg> arguments, Expression value, string? name, Span span)
    {
        if (value is not Unary { Operator: "^" } expand)
        {
            arguments.Add(new Arg(Evaluate(value), span, name));
            return;
        }

        if (Evaluate(expand.Operand) is not ISequence sequence)
        {
            throw new TemplateFault(expand.Span, "Only an array can be expanded into arguments.");
        }

        Budget.Items(sequence.Count, expand.Span);
        for (var i = 0; i < sequence.Count; i++)
        {
            arguments.Add(new Arg(sequence[i], expand.Span));
        }
    }

    /// <summary>Calls a function with values, as built-in functions do with the functions they are given.</summary>
    public object? Invoke(FunctionValue function, List<Arg> arguments, Span span)
    {
        Budget.Enter(span);
        var value = function is BuiltinFunction builtin
            ? builtin.Invoke(this, arguments, span)
            : Invoke((TemplateFunction)function, arguments, span);
        Budget.Leave();
        return value;
    }

    private object? Invoke(TemplateFunction function, List<Arg> arguments, Span span)
    {
        var parameters = function.Definition.Parameters;
        var locals = new ObjectValue { ["$"] = parameters is null ? Positional(arguments) : null };
        if (parameters is not null)
        {
            var members = new ObjectValue();
            locals["$"] = new ParameterBinding(this, function, span).Bind(arguments, members);
            _globals.Add(new Scope(members));
        }

        var value = Run(function, new Scope(locals), span);
        if (parameters is not null)
        {
            _globals.RemoveAt(_globals.Count - 1);
        }

        return value;
    }

    private static ArrayValue Positional(List<Arg> arguments)
    {
        var all = new ArrayValue();
        foreach (var argument in arguments)
        {
            if (argument.Name is null)
            {
                all.Items.Add(argument.Value);
            }
            else
            {
                (all.Members ??= new ObjectValue())[argument.Name] = argument.Value;
            }
        }

        return all;
    }

    private object? Run(TemplateFunction function, Scope locals, Span span)
    {
        Budget.EnterCall(span);
        var outer = (_locals, _source, _loopDepth, _piped);
        (_locals, _source, _loopDepth, _piped) = (locals, function.Source, 0, null);
        object? value;
        if (function.Definition.Body is { } body)
        {
            _returned = null;
            Execute(body);
            value = _returned;
            _returned = null;
        }
        else
        {
            value = Evaluate(function.Definition.Value!);
        }

        (_locals, _source, _loopDepth, _piped) = outer;
        Budget.LeaveCall();
        return value;
    }
}
