using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Gives the arguments of a call to the parameters of a function that declares them.</summary>
internal sealed class ParameterBinding(Evaluator evaluator, TemplateFunction function, Span span)
{
    private readonly IReadOnlyList<Parameter> _parameters = function.Definition.Parameters!;

    /// <summary>Fills <paramref name="members"/> and returns the list that the function sees as `$`.</summary>
    public ArrayValue Bind(List<Arg> arguments, ObjectValue members)
    {
        var position = 0;
        foreach (var argument in arguments)
        {
            if (argument.Name is not null)
            {
                BindNamed(argument, members);
            }
            else
            {
                BindPositional(argument, position++, members);
            }
        }

        return Complete(members);
    }

    private void BindNamed(Arg argument, ObjectValue members)
    {
        var known = _parameters.Any(parameter => parameter.Name == argument.Name && parameter.Kind != ParameterKind.Variadic);
        if (!known)
        {
            throw new TemplateFault(argument.Span, $"The parameter `{argument.Name}` was not found for the function `{function.Name}`.");
        }

        members[argument.Name!] = argument.Value;
    }

    private void BindPositional(Arg argument, int position, ObjectValue members)
    {
        var last = _parameters.Count > 0 && _parameters[^1].Kind == ParameterKind.Variadic ? _parameters[^1] : null;
        if (last is not null && position >= _parameters.Count - 1)
        {
            if (!members.TryGet(last.Name, out var rest))
            {
                members[last.Name] = rest = new ArrayValue();
            }

            ((ArrayValue)rest!).Items.Add(argument.Value);
            return;
        }

        if (position >= _parameters.Count)
        {
            var problem = $"Invalid number of arguments passed to `{function.Name}` while expecting `{_parameters.Count}` arguments.";
            throw new TemplateFault(span, problem);
        }

        members[_parameters[position].Name] = argument.Value;
    }

    private ArrayValue Complete(ObjectValue members)
    {
        var all = new ArrayValue();
        foreach (var parameter in _parameters)
        {
            if (!members.TryGet(parameter.Name, out var value))
            {
                value = Missing(parameter);
                members[parameter.Name] = value;
            }

            all.Items.Add(value);
        }

        return all;
    }

    private object? Missing(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Variadic => new ArrayValue(),
        ParameterKind.Optional => evaluator.Evaluate(parameter.Default!),
        _ => throw new TemplateFault(span, $"The argument `{parameter.Name}` is missing in the call of `{function.Name}`."),
    };
}
