namespace ConfigGen.Templating.Runtime;

/// <summary>Anything that has items by position: arrays and ranges.</summary>
internal interface ISequence
{
    int Count { get; }

    object? this[int index] { get; }
}

/// <summary>An array, which like every array of the language can have members too.</summary>
internal sealed class ArrayValue : ISequence
{
    public ArrayValue()
    {
    }

    public ArrayValue(IEnumerable<object?> items) => Items.AddRange(items);

    public List<object?> Items { get; } = [];

    /// <summary>A built-in function made it: the language calls some of these arrays iterators.</summary>
    public bool IsMade { get; init; }

    /// <summary>Members attached to the array, null until the first one is.</summary>
    public ObjectValue? Members { get; set; }

    public int Count => Items.Count;

    public object? this[int index] => Items[index];
}

/// <summary>Consecutive integers, never stored.</summary>
internal sealed class RangeValue(long first, int count, int step) : ISequence
{
    public int Count => count;

    public object? this[int index] => Number.Shrink(first + ((long)index * step));
}

/// <summary>An object: members in the order they were added.</summary>
internal sealed class ObjectValue
{
    private readonly OrderedDictionary<string, object?> _members = new(StringComparer.Ordinal);

    public int Count => _members.Count;

    public IEnumerable<string> Keys => _members.Keys;

    public IEnumerable<object?> Values => _members.Values;

    public IEnumerable<KeyValuePair<string, object?>> Members => _members;

    public object? this[string name]
    {
        get => _members.GetValueOrDefault(name);
        set => _members[name] = value;
    }

    public bool TryGet(string name, out object? value) => _members.TryGetValue(name, out value);
}

/// <summary>What a loop over an object yields: a member's `key` and `value`.</summary>
internal sealed record PairValue(string Key, object? Value);

/// <summary>The variable `empty`, which equals whatever has no items and no members.</summary>
internal sealed class EmptyValue
{
    public static readonly EmptyValue Instance = new();

    private EmptyValue()
    {
    }
}

/// <summary>A value that can be called.</summary>
internal abstract class FunctionValue(string name)
{
    /// <summary>The name for messages.</summary>
    public string Name { get; } = name;
}

/// <summary>A function that the template declares, and the template it stands in.</summary>
internal sealed class TemplateFunction(Syntax.FunctionDefinition definition, TemplateSource source) : FunctionValue(definition.Name)
{
    public Syntax.FunctionDefinition Definition { get; } = definition;

    public TemplateSource Source { get; } = source;
}
