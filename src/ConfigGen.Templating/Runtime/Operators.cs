using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>The binary operators, chosen by the types of their operands.</summary>
internal static class Operators
{
    public static object? Binary(Evaluator run, string op, Span at, object? left, Span leftAt, object? right, Span rightAt)
    {
        if (op is "==" or "!=" or "<" or ">" or "<=" or ">=")
        {
            return Comparison.Evaluate(run, op, at, left, right);
        }

        if (left is string || right is string)
        {
            return Text(run, op, at, left, leftAt, right, rightAt);
        }

        if (left is null || right is null)
        {
            return null;
        }

        if (op is ".." or "..<")
        {
            return Range(run, op == "..", at, left, right);
        }

        return left is ISequence || right is ISequence ? Arrays(run, op, at, left, right) : Numbers(op, at, left, right);
    }

    private static object? Numbers(string op, Span at, object left, object right)
    {
        if (!Number.Is(left) || !Number.Is(right))
        {
            throw new TemplateFault(at, $"The operator `{op}` is not supported for a value of type {TypeName.Of(Number.Is(left) ? right : left)}.");
        }

        string? problem;
        var result = op is "<<" or ">>" ? Shift(op, left, right, out problem) : Number.Calculate(op, left, right, out problem);
        return problem is null ? result : throw new TemplateFault(at, problem);
    }

    private static object? Shift(string op, object left, object right, out string? problem)
    {
        problem = Number.IsInteger(left) && right is int and >= 0 and < 1024
            ? null
            : $"The operator `{op}` takes an integer and a distance from 0 to 1023.";
        if (problem is not null)
        {
            return null;
        }

        var value = Number.ToInteger(left);
        problem = value.GetBitLength() > Number.MaximumBits ? "The number is too large." : null;
        if (problem is not null)
        {
            return null;
        }

        return Number.Shrink(op == "<<" ? value << (int)right : value >> (int)right);
    }

    private static string Text(Evaluator run, string op, Span at, object? left, Span leftAt, object? right, Span rightAt)
    {
        switch (op)
        {
            case "+":
                var (before, after) = (run.Text(left, leftAt), run.Text(right, rightAt));
                run.Budget.Characters((long)before.Length + after.Length, at);
                return before + after;
            case "*" when left is string text && Number.IsInteger(right):
                return Repeat(run, at, text, Evaluator.ToInt(right, rightAt));
            case "*" when right is string text && Number.IsInteger(left):
                return Repeat(run, at, text, Evaluator.ToInt(left, leftAt));
            case "*":
                throw new TemplateFault(right is string ? leftAt : rightAt, "Expecting an integer: a text can only be repeated an integer number of times.");
            default:
                throw new TemplateFault(at, $"The operator `{op}` is not supported for a string and {TypeName.Of(left is string ? right : left)}.");
        }
    }

    private static string Repeat(Evaluator run, Span at, string text, int count)
    {
        count = Math.Max(0, count);
        run.Budget.Characters((long)text.Length * count, at);
        return new System.Text.StringBuilder(text.Length * count).Insert(0, text, count).ToString();
    }

    private static ArrayValue Arrays(Evaluator run, string op, Span at, object left, object right)
    {
        switch (op, left, right)
        {
            case ("+", ISequence first, ISequence second):
                run.Budget.Items((long)first.Count + second.Count, at);
                return Made(Items(first).Concat(Items(second)));
            case ("<<", ISequence list, not (ISequence or EmptyValue)):
                run.Budget.Items(list.Count + 1L, at);
                return Made(Items(list).Append(right));
            case (">>", not (ISequence or EmptyValue), ISequence list):
                run.Budget.Items(list.Count + 1L, at);
                return Made(Items(list).Prepend(left));
            case ("*", ISequence list, int count and >= 0):
                run.Budget.Items((long)list.Count * count, at);
                return Made(Enumerable.Repeat(Items(list), count).SelectMany(static items => items));
            default:
                throw new TemplateFault(at, $"The operator `{op}` is not supported for {TypeName.Of(left)} and {TypeName.Of(right)}.");
        }
    }

    private static ArrayValue Made(IEnumerable<object?> items) => new(items) { IsMade = true };

    public static IEnumerable<object?> Items(ISequence sequence)
    {
        for (var i = 0; i < sequence.Count; i++)
        {
            yield return sequence[i];
        }
    }

    private static RangeValue Range(Evaluator run, bool inclusive, Span at, object? left, object? right)
    {
        var (first, last) = (Bound(left, at), Bound(right, at));
        var step = first <= last ? 1 : -1;
        var count = Math.Abs((decimal)last - first) + (inclusive ? 1 : 0);
        if (count > run.Budget.Limits.LoopIterations)
        {
            throw new TemplateFault(at, $"Range expression exceeds LoopLimit `{run.Budget.Limits.LoopIterations}`.");
        }

        return new RangeValue(first, (int)count, step);
    }

    private static long Bound(object? value, Span at) => value switch
    {
        int number => number,
        long number => number,
        uint number => number,
        _ => throw new TemplateFault(at, $"A range goes from an integer to an integer, not from or to a value of type {TypeName.Of(value)}."),
    };
}
