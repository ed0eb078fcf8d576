using ConfigGen.Templating.Runtime;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Builtins;

/// <summary>A function of the engine.</summary>
/// <param name="name">The name for messages: `string.append`.</param>
/// <param name="parameters">Names of the parameters, separated by blanks; `?` behind a name makes it optional, `...` takes all the rest.</param>
/// <param name="body">What it does.</param>
internal sealed class BuiltinFunction(string name, string parameters, Func<Invocation, object?> body) : FunctionValue(name)
{
    private readonly string[] _parameters = parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private bool IsVariadic => _parameters.Length > 0 && _parameters[^1].EndsWith("...", StringComparison.Ordinal);

    public object? Invoke(Evaluator run, List<Arg> arguments, Span span)
    {
        var bound = new Arg?[_parameters.Length];
        List<Arg> rest = [];
        var position = 0;
        foreach (var argument in arguments)
        {
            Bind(argument, ref position, bound, rest, arguments.Count, span);
        }

        for (var i = 0; i < bound.Length; i++)
        {
            if (bound[i] is null && _parameters[i][^1] is not ('?' or '.'))
            {
                // What is missing is missing behind the call.
                throw WrongCount(arguments.Count, new Span(span.End, span.End));
            }
        }

        return body(new Invocation(run, Name, span, bound, rest));
    }

    private void Bind(Arg argument, ref int position, Arg?[] bound, List<Arg> rest, int count, Span span)
    {
        if (argument.Name is not null)
        {
            var index = Array.FindIndex(_parameters, parameter => parameter.TrimEnd('?') == argument.Name);
            if (index < 0 && IsVariadic)
            {
                rest.Add(argument);
                return;
            }

            if (index < 0)
            {
                throw new TemplateFault(argument.Span, $"The parameter `{argument.Name}` was not found for the function `{Name}`.");
            }

            bound[index] = argument;
        }
        else if (position < bound.Length - (IsVariadic ? 1 : 0))
        {
            bound[position++] = argument;
        }
        else if (IsVariadic)
        {
            rest.Add(argument);
        }
        else
        {
            throw WrongCount(count, span);
        }
    }

    private TemplateFault WrongCount(int count, Span span)
    {
        var required = _parameters.Count(static parameter => parameter[^1] is not ('?' or '.'));
        var expected = required == _parameters.Length ? $"`{required}`" : $"at least `{required}`";
        return new TemplateFault(span, $"Invalid number of arguments `{count}` passed to `{Name}` while expecting {expected} arguments");
    }
}
