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

        if (left is null || right is null)
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
        if (left is EmptyValue || right is EmptyValue)
        {
            return IsEmpty(left is EmptyValue ? right : left) ?? throw Mismatch("==", at, left, right);
        }

        if (left is null || right is null)
        {
            return left == right;
        }

        if (Order(run, at, left, right) is { } order)
        {
            return order == 0;
        }

        return (left, right) switch
        {
            (bool first, bool second) => first == second,
            (ISequence first, ISequence second) => AreEqual(run, at, first, second),
            _ when left.GetType() == right.GetType() => ReferenceEquals(left, right),
            (bool, _) or (_, bool) => throw Mismatch("==", at, left, right),
            _ => false,
        };
    }

    private static bool AreEqual(Evaluator run, Span at, ISequence left, ISequence right)
    {
        run.Budget.Enter(at);
        var equal = ReferenceEquals(left, right) || left.Count == right.Count;
        for (var i = 0; equal && i < left.Count && !ReferenceEquals(left, right); i++)
        {
            run.Budget.Step(at);
            equal = AreEqual(run, at, left[i], right[i]);
        }

        run.Budget.Leave();
        return equal;
    }

    public static bool? IsEmpty(object? value) => value switch
    {
        ISequence sequence => sequence.Count == 0,
        ObjectValue members => members.Count == 0,
        string text => text.Length == 0,
        EmptyValue => true,
        null => null,
        _ => false,
    };

    /// <summary>The order of two numbers or of a string and anything that can be written; null for what has none.</summary>
    public static int? Order(Evaluator run, Span at, object left, object right)
    {
        if (Number.Is(left) && Number.Is(right))
        {
            return Number.Compare(left, right);
        }

        return left is string || right is string
            ? string.CompareOrdinal(run.Text(left, at), run.Text(right, at))
            : null;
    }

    /// <summary>Whether `for.changed` takes two items for the same.</summary>
    public static bool AreSame(object? left, object? right) =>
        left is not null && right is not null && Number.Is(left) && Number.Is(right) ? Number.Compare(left, right) == 0 : Equals(left, right);
}
