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
        "add_range" or "concat" => New(name, "list1 list2", static call => call.Array(Items(call, 0).Concat(Items(call, 1)))),
        "any" => New(name, "list function args...", static call => Items(call, 0).Any(item => IsTrue(call, item))),
        "compact" => New(name, "list", static call => call.Array(Items(call, 0).Where(static item => item is not null))),
        "contains" => New(name, "list item", static call => Items(call, 0).Any(item => AreEqual(call, item, call.Value(1)))),
        "cycle" => New(name, "list group?", Cycle),
        "each" => New(name, "list function args...", static call => call.Array(Items(call, 0).Select(item => Apply(call, item)))),
        "filter" => New(name, "list function args...", static call => call.Array(Items(call, 0).Where(item => IsTrue(call, item)))),
        "first" => New(name, "list", static call => call.List(0) is { Count: > 0 } list ? list[0] : null),
        "insert_at" => New(name, "list index value", InsertAt),
        "join" => New(name, "list delimiter function?", Join),
        "last" => New(name, "list", static call => call.List(0) is { Count: > 0 } list ? list[list.Count - 1] : null),
        "limit" => New(name, "list count", static call => call.Array(Items(call, 0).Take(call.Int(1)))),
        "map" => New(name, "list member", Map),
        "offset" => New(name, "list index", static call => call.Array(Items(call, 0).Skip(call.Int(1)))),
        "remove_at" => New(name, "list index", RemoveAt),
        "reverse" => New(name, "list", static call => call.Array(Items(call, 0).Reverse())),
        "size" => New(name, "list", static call => call.List(0).Count),
        "sort" => New(name, "list member?", ArraySort.Sort),
        "uniq" => New(name, "list", Unique),
        _ => null,
    };

    private static BuiltinFunction New(string name, string parameters, Func<Invocation, object?> body) => new($"array.{name}", parameters, body);

    private static IEnumerable<object?> Items(Invocation call, int index) => Operators.Items(call.List(index));

    private static object? Apply(Invocation call, object? item) => call.Call(call.Function(1), item, call.Rest);

    private static bool IsTrue(Invocation call, object? item) => Evaluator.IsTrue(Apply(call, item));

    /// <summary>Equality without conversion, as between members of a list: 1 and "1" differ.</summary>
    private static bool AreEqual(Invocation call, object? left, object? right)
    {
        call.Run.Budget.Step(call.Span);
        return left is string == right is string && left is bool == right is bool && left is null == right is null
            && Comparison.Evaluate(call.Run, "==", call.Span, left, right);
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
        var index = call.Int(1);
        if (index < 0)
        {
            throw call.Fault(1, "cannot insert before the first position");
        }

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
        return call.Array(Items(call, 0).Select(item => item is null ? null : Evaluator.MemberValue(item, member, out _)));
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

    private static ArrayValue Unique(Invocation call)
    {
        var result = new ArrayValue();
        foreach (var item in Items(call, 0))
        {
            if (!result.Items.Exists(known => AreEqual(call, known, item)))
            {
                result.Items.Add(item);
            }
        }

        return result;
    }
}
