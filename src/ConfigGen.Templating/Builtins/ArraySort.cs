using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>`array.sort`: stable, nulls first, strings in ordinal order.</summary>
internal static class ArraySort
{
    public static ArrayValue Sort(Invocation call)
    {
        var member = call.Value(1) is null ? null : call.Text(1);
        var keyed = Operators.Items(call.List(0)).Select(item => (Key: Key(item, member), Item: item)).ToList();
        var order = Comparer<object?>.Create((left, right) => Compare(call, left, right));
        return call.Array(keyed.OrderBy(static pair => pair.Key, order).Select(static pair => pair.Item).ToList());
    }

    private static object? Key(object? item, string? member) =>
        member is null || item is null ? item : Evaluator.MemberValue(item, member, out _);

    private static int Compare(Invocation call, object? left, object? right)
    {
        call.Run.Budget.Step(call.Span);
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        if (left is string == right is string && Comparison.Order(call.Run, call.Span, left, right) is { } order)
        {
            return order;
        }

        return left is bool first && right is bool second
            ? first.CompareTo(second)
            : throw call.Fault($"cannot order values of type {TypeName.Of(left)} and {TypeName.Of(right)}");
    }
}
