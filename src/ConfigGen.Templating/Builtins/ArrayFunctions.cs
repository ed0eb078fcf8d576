using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>The functions of `array`. None changes its argument.</summary>
internal static class ArrayFunctions
{
    public const string Names =
        "add add_range any compact concat contains cycle each filter first insert_at join last limit map offset remove_at reverse size sort uniq";

    public static BuiltinFunction? Find(string name) => name switch
    {
        "add" => New(name, "list value", static call => call.Array(Items(call, 0).Append(call.Value(1)))),
        "add_range" or "concat" => New(name, "list1 list2", static call => call.IsNull(0) && call.IsNull(1) ? null : call.Array(Items(call, 0).Concat(Items(call, 1)))),
        "any" => New(name, "list function args...", static call => Items(call, 0).Any(item => Apply(call, item) is true)),
        "compact" => New(name, "list", static call => OrNull(call, static items => items.Where(static item => item is not null))),
        "contains" => New(name, "list item", Contains),
        "cycle" => New(name, "list group?", Cycle),
        "each" => New(name, "list function", static call => Each(call, static (run, items) => items.Select(item => Apply(run, item)))),
        "filter" => New(name, "list function", static call => Each(call, static (run, items) => items.Select(item => Converted(run, item)).Where(item => IsTrue(run, item)))),
        "first" => New(name, "list", static call => call.List(0) is { Count: > 0 } list ? list[0] : null),
        "insert_at" => New(name, "list index value", InsertAt),
        "join" => New(name, "list delimiter function?", Join),
        "last" => New(name, "list", static call => call.List(0) is { Count: > 0 } list ? list[list.Count - 1] : null),
        "limit" => New(name, "list count", static call => Part(call, static (items, count) => items.Take(count))),
        "map" => New(name, "list member", Map),
        "offset" => New(name, "list index", static call => Part(call, static (items, count) => items.Skip(count))),
        "remove_at" => New(name, "list index", RemoveAt),
        "reverse" => New(name, "list", static call => call.Array(Items(call, 0).Reverse())),
        "size" => New(name, "list", static call => call.List(0).Count),
        "sort" => New(name, "list member?", ArraySort.Sort),
        "uniq" => New(name, "list", Unique),
        _ => null,
    };

    private static BuiltinFunction New(string name, string parameters, Func<Invocation, object?> body) => new($"array.{name}", parameters, body);

    private static IEnumerable<object?> Items(Invocation call, int index) => Operators.Items(call.List(index));

    /// <summary>Functions that make nothing of nothing, not an empty array.</summary>
    private static ArrayValue? OrNull(Invocation call, Func<IEnumerable<object?>, IEnumerable<object?>> make) =>
        call.IsNull(0) ? null : call.Array(make(Items(call, 0)));

    private static ArrayValue? Part(Invocation call, Func<IEnumerable<object?>, int, IEnumerable<object?>> cut)
    {
        var count = call.Int(1);
        return OrNull(call, items => cut(items, count));
    }

    private static object? Contains(Invocation call) => call.Value(1) is null && !call.IsNull(1)
        ? throw call.Fault(1, "looks for a value, which `empty` is not")
        : Items(call, 0).Any(item => AreEqual(call, item, call.Value(1)));

    private static ArrayValue? Each(Invocation call, Func<Invocation, IEnumerable<object?>, IEnumerable<object?>> make)
    {
        if (!call.IsNull(0))
        {
            call.Function(1);
        }

        return OrNull(call, items => make(call, items));
    }

    private static object? Apply(Invocation call, object? item) => call.Call(call.Function(1), item, call.Rest);

    /// <summary>A filter keeps what its function was given: the functions of `string` are given texts.</summary>
    private static object? Converted(Invocation call, object? item) =>
        item is not null and not string && call.Function(1).Name.StartsWith("string.", StringComparison.Ordinal) ? call.Run.Text(item, call.At(0)) : item;

    private static bool IsTrue(Invocation call, object? item) => Evaluator.IsTrue(Apply(call, item));

    /// <summary>Equality without conversion, as between members of a list: 1 and "1" differ.</summary>
    private static bool AreEqual(Invocation call, object? left, object? right)
    {
        call.Run.Budget.Step(call.Span);
        return left is string == right is string && left is bool == right is bool && left is null == right is null
            && Comparison.Evaluate(call.Run, "==", call.Span, left, right);
    }

    /// <summary>Sameness of `array.uniq`: numbers of different types are different, and so are two arrays.</summary>
    private static bool AreSame(Invocation call, object? left, object? right)
    {
        call.Run.Budget.Step(call.Span);
        return Equals(left, right);
    }

    private static object? Cycle(Invocation call)
    {
        var list = call.List(0);
        var group = call.Value(1) is null ? call.Text(0) : call.Text(1);
        if (list.Count == 0)
        {
            return null;
        }

        var position = call.Run.Cache.Cycles.GetValueOrDefault(group) % list.Count;
        call.Run.Cache.Cycles[group] = position + 1;
        return list[position];
    }

    private static ArrayValue InsertAt(Invocation call)
    {
        var list = call.List(0);
        var index = Math.Max(0, call.Int(1));

        call.Run.Budget.Items(Math.Max(list.Count, index) + 1L, call.Span);
        var result = call.Array(Operators.Items(list));
        result.Items.AddRange(Enumerable.Repeat<object?>(null, Math.Max(0, index - list.Count)));
        result.Items.Insert(index, call.Value(2));
        return result;
    }

    private static string Join(Invocation call)
    {
        var function = call.Value(2) is null ? null : call.Function(2);
        var delimiter = call.Text(1);
        var text = new System.Text.StringBuilder();
        var separator = "";
        foreach (var item in Items(call, 0))
        {
            var part = call.Run.Text(item, call.At(0));
            text.Append(separator).Append(function is null ? part : call.Run.Text(call.Call(function, part), call.Span));
            separator = delimiter;
            call.Run.Budget.Fits(text.Length, call.Span);
        }

        return call.Charge(text.ToString());
    }

    private static ArrayValue Map(Invocation call)
    {
        var member = call.Text(1);
        return call.Array(Items(call, 0).SelectMany(item => item is not null && Evaluator.MemberValue(item, member, out var found) is var value && found ? [value] : Array.Empty<object?>()));
    }

    private static ArrayValue RemoveAt(Invocation call)
    {
        var result = call.Array(Items(call, 0));
        var index = call.Int(1);
        index = index < 0 ? index + result.Count : index;
        if (index >= 0 && index < result.Count)
        {
            result.Items.RemoveAt(index);
        }

        return result;
    }

    private static ArrayValue? Unique(Invocation call)
    {
        if (call.IsNull(0))
        {
            return null;
        }

        var result = new ArrayValue { IsMade = true };
        foreach (var item in Items(call, 0))
        {
            if (!result.Items.Exists(known => AreSame(call, known, item)))
            {
                result.Items.Add(item);
            }
        }

        return result;
    }
}
