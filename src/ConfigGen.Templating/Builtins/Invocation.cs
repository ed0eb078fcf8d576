using ConfigGen.Templating.Runtime;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Builtins;

/// <summary>One call of a built-in function: its arguments by position, converted on demand.</summary>
internal sealed class Invocation(Evaluator run, string name, Span span, Arg?[] arguments, List<Arg> rest)
{
    public Evaluator Run { get; } = run;

    public Span Span { get; } = span;

    /// <summary>The arguments beyond the declared ones.</summary>
    public List<Arg> Rest { get; } = rest;

    public bool Has(int index) => arguments[index] is not null;

    /// <summary>The argument; `empty` is nothing to a function.</summary>
    public object? Value(int index) => Given(index) is var value and not EmptyValue ? value : null;

    public bool IsNull(int index) => Given(index) is null;

    /// <summary>Refuses `empty`, which the language does not treat alike everywhere.</summary>
    public Invocation WithoutEmpty(int index) => Given(index) is EmptyValue ? throw Fault(index, "takes a value, which `empty` is not") : this;

    private object? Given(int index) => arguments[index]?.Value;

    public Span At(int index) => arguments[index]?.Span ?? Span;

    /// <summary>The argument as text; null is empty.</summary>
    public string Text(int index)
    {
        var text = Run.Text(Value(index), At(index));
        Run.Budget.Reading(text.Length, Span);
        return text;
    }

    public int Int(int index, int otherwise = 0) => Has(index) ? Evaluator.ToInt(Value(index), At(index)) : otherwise;

    /// <summary>The argument as a list; null is empty.</summary>
    public ISequence List(int index) => Given(index) switch
    {
        null => new ArrayValue(),
        ISequence sequence => sequence,
        EmptyValue => throw Fault(index, "needs an array, not `empty`: write []"),
        var other => throw Fault(index, $"needs an array, not a value of type {TypeName.Of(other)}"),
    };

    public object Number(int index)
    {
        var value = Given(index);
        return Runtime.Number.Is(value) ? value! : throw Fault(index, $"needs a number, not a value of type {TypeName.Of(value)}");
    }

    /// <summary>The argument as text; nothing is an error.</summary>
    public string Required(int index) => Value(index) is null ? throw Fault(index, "needs a text, not null") : Text(index);

    public FunctionValue Function(int index) => Value(index) as FunctionValue
        ?? throw Fault(index, "needs a function: name it with `@`");

    public TemplateFault Fault(int index, string problem) => new(At(index), $"`{name}` {problem}.");

    public TemplateFault Fault(string problem) => new(Span, $"`{name}` {problem}.");

    /// <summary>Asks for the room that the result will take, then returns it.</summary>
    public string Charge(string text)
    {
        Run.Budget.Characters(text.Length, Span);
        return text;
    }

    public ArrayValue Array(IEnumerable<object?> items)
    {
        var array = new ArrayValue { IsMade = true };
        foreach (var item in items)
        {
            Run.Budget.Step(Span);
            Run.Budget.FitsItems(array.Count + 1L, Span);
            array.Items.Add(item);
        }

        Run.Budget.Items(array.Count, Span);
        return array;
    }

    public object? Call(FunctionValue function, object? first, IEnumerable<Arg>? more = null) =>
        Run.Invoke(function, [new Arg(first, Span), .. more ?? []], Span);
}
