using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>`array.sort`: stable, nulls first, strings in ordinal order.</summary>
internal static class ArraySort
{
    public static ArrayValue Sort(Invocation call)
    {
        var member = call.Text(1) is { Length: > 0 } name ? name : null;
        var list = Number.Is(call.Value(0)) || call.Value(0) is bool ? new ArrayValue([call.Value(0)]) : call.List(0);
        var keyed = Operators.Items(list).Select(item => (Key: Key(item, member), Item: item)).ToArray();
        call.Run.Budget.Items(keyed.Length, call.Span);
        Merge(call, keyed, new (object?, object?)[keyed.Length], 0, keyed.Length);
        return call.Array(keyed.Select(static pair => pair.Item));
    }

    private static object? Key(object? item, string? member) =>
        member is null || item is null ? item : Evaluator.MemberValue(item, member, out _);

    /// <summary>Merge sort: unlike the library's, it lets a comparison end the rendering.</summary>
    private static void Merge(Invocation call, (object? Key, object? Item)[] items, (object? Key, object? Item)[] scratch, int start, int end)
    {
        if (end - start < 2)
        {
            return;
        }

        var middle = (start + end) / 2;
        Merge(call, items, scratch, start, middle);
        Merge(call, items, scratch, middle, end);
        var (left, right) = (start, middle);
        for (var i = start; i < end; i++)
        {
            var takeLeft = right >= end || (left < middle && Compare(call, items[left].Key, items[right].Key) <= 0);
            scratch[i] = takeLeft ? items[left++] : items[right++];
        }

        Array.Copy(scratch, start, items, start, end - start);
    }

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
