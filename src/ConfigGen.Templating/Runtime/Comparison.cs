using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Equality and order. Strings compare ordinally; types that have no order between them are an error.</summary>
internal static class Comparison
{
    public static bool Evaluate(Evaluator run, string op, Span at, object? left, object? right)
    {
        if (op is "==" or "!=")
        {
            return AreEqual(run, at, left, right) == (op == "==");
        }

        var isText = left is string || right is string;
        if (!isText && (left is null || right is null))
        {
            return false;
        }

        var order = Order(run, at, left, right) ?? throw Mismatch(op, at, left, right);
        return op switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    private static TemplateFault Mismatch(string op, Span at, object? left, object? right) =>
        new(at, $"The operator `{op}` is not supported between {TypeName.Of(left)} and {TypeName.Of(right)}.");

    private static bool AreEqual(Evaluator run, Span at, object? left, object? right)
    {
        if (left is not string && right is not string)
        {
            if (left is null || right is null)
            {
                return left == right;
            }

            if (left is EmptyValue || right is EmptyValue)
            {
                return IsEmpty(left is EmptyValue ? right : left);
            }
        }

        if (Order(run, at, left, right) is { } order)
        {
            return order == 0;
        }

        return (left, right) switch
        {
            (bool first, bool second) => first == second,
            (ISequence first, ISequence second) => AreEqual(run, at, first, second),
            _ when left!.GetType() == right!.GetType() => ReferenceEquals(left, right),
            _ => throw Mismatch("==", at, left, right),
        };
    }

    private static bool AreEqual(Evaluator run, Span at, ISequence left, ISequence right)
    {
        run.Budget.Enter(at);
        var equal = ReferenceEquals(left, right) || left.Count == right.Count;
        for (var i = 0; i < left.Count && left.Count == right.Count && !ReferenceEquals(left, right); i++)
        {
            run.Budget.Step(at);
            equal &= AreSameKind(left[i], right[i]) ? AreEqual(run, at, left[i], right[i]) : throw Mismatch("==", at, left[i], right[i]);
        }

        run.Budget.Leave();
        return equal;
    }

    /// <summary>Items of arrays are compared without conversion, and the language itself does not agree with itself where they differ in kind.</summary>
    private static bool AreSameKind(object? left, object? right) =>
        left is string == right is string && Number.Is(left) == Number.Is(right) && left is null == right is null;

    private static bool IsEmpty(object? value) => value switch
    {
        ISequence sequence => sequence.Count == 0,
        ObjectValue members => members.Count == 0,
        _ => value is EmptyValue,
    };

    /// <summary>The order of two numbers or of a string and anything that can be written; null for what has none.</summary>
    public static int? Order(Evaluator run, Span at, object? left, object? right)
    {
        if (Number.Is(left) && Number.Is(right))
        {
            return Number.Compare(left!, right!);
        }

        return left is string || right is string ? string.CompareOrdinal(Text(run, at, left), Text(run, at, right)) : null;
    }

    /// <summary>What is nothing stands before every text, the empty one too.</summary>
    private static string? Text(Evaluator run, Span at, object? value) => value is null or EmptyValue ? null : run.Text(value, at);

    /// <summary>Whether `for.changed` takes two items for the same.</summary>
    public static bool AreSame(object? left, object? right) =>
        left is not null && right is not null && Number.Is(left) && Number.Is(right) ? Number.Compare(left, right) == 0 : Equals(left, right);
}
