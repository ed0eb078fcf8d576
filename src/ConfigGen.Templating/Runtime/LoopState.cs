using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>The members of `for` and `while` inside a loop. A length of -1 is not known.</summary>
/// <param name="length">Number of items the loop runs over.</param>
/// <param name="isPartial">Whether options of the loop skip items, reverse or cut them: whether positions then count items of the list or turns of
/// the loop is not laid down, so that only `first`, `last` and `changed` are told.</param>
internal sealed class LoopState(int length, bool isPartial = false)
{
    private int _index;
    private bool _changed;
    private object? _last;

    public object? this[string member] => member switch
    {
        "index" => _index,
        "first" => _index == 0,
        "even" => _index % 2 == 0,
        "odd" => _index % 2 == 1,
        "last" => _index == length - 1,
        "rindex" => length - 1 - _index,
        "length" => length,
        "changed" => _changed,
        _ => null,
    };

    public bool IsKnown(string member) => !isPartial || member is "first" or "last" or "changed";

    public void Move(Evaluator evaluator, int index, object? item, Span span)
    {
        evaluator.Budget.Step(span);
        _changed = index == 0 || !Comparison.AreSame(_last, item);
        (_index, _last) = (index, item);
    }
}
