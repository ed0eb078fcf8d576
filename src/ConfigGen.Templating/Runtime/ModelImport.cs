using System.Numerics;

namespace ConfigGen.Templating.Runtime;

/// <summary>Copies a model into the values of the language, so that a template cannot change the caller's.</summary>
internal static class ModelImport
{
    private const int MaximumDepth = 64;

    /// <summary>Copies the members of a model; what is of no type of the language is told as <paramref name="problem"/>.</summary>
    public static ObjectValue Object(IReadOnlyDictionary<string, object?> source, ref string? problem, int depth = 0)
    {
        var target = new ObjectValue();
        foreach (var (key, value) in source)
        {
            target[key] = Value(value, key, ref problem, depth);
        }

        return target;
    }

    private static ArrayValue Array(IReadOnlyList<object?> source, string path, ref string? problem, int depth)
    {
        var target = new ArrayValue();
        target.Items.EnsureCapacity(source.Count);
        for (var i = 0; i < source.Count; i++)
        {
            target.Items.Add(Value(source[i], path, ref problem, depth));
        }

        return target;
    }

    private static object? Value(object? value, string name, ref string? problem, int depth)
    {
        if (depth > MaximumDepth)
        {
            problem = $"The model is nested more than {MaximumDepth} levels deep at `{name}`.";
            return null;
        }

        switch (value)
        {
            case null or string or bool or int or long or double or decimal or BigInteger:
                return value;
            case IReadOnlyDictionary<string, object?> members:
                return Object(members, ref problem, depth + 1);
            case IReadOnlyList<object?> items:
                return Array(items, name, ref problem, depth + 1);
            default:
                problem ??= $"The model's `{name}` is of the type {value.GetType().Name}, which templates do not have.";
                return null;
        }
    }
}
