using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Assignments to variables, members and items.</summary>
internal sealed partial class Evaluator
{
    private void Execute(Assign assign)
    {
        if (assign.Operator.Length == 0)
        {
            Assign(assign.Target, Evaluate(assign.Value));
            return;
        }

        var before = Evaluate(assign.Target);
        var operand = Evaluate(assign.Value);
        var after = Operators.Binary(this, assign.Operator, assign.OperatorSpan, before, assign.Target.Span, operand, assign.Value.Span);
        Assign(assign.Target, after);
    }

    private object? Evaluate(Increment increment)
    {
        var before = Evaluate(increment.Target);
        if (!Number.Is(before))
        {
            throw new TemplateFault(increment.Span, $"Only a number can be incremented or decremented, not {Show(before)}.");
        }

        var after = Number.Calculate("+", before!, increment.Delta, out var problem);
        if (problem is not null)
        {
            throw new TemplateFault(increment.Span, problem);
        }

        Assign(increment.Target, after);
        return increment.Prefix ? after : before;
    }

    private void Assign(Expression target, object? value)
    {
        switch (target)
        {
            case Variable { IsLocal: true, Name: not "$" } local:
                _locals.Set(local.Name, value);
                break;
            case Variable { Name: not ("this" or "empty" or "$") } global:
                _globals[^1].Set(global.Name, value);
                break;
            case Nested nested:
                Assign(nested.Inner, value);
                break;
            case Member member:
                SetMember(member, Evaluate(member.Target), value);
                break;
            case Indexer indexer:
                SetItem(indexer, Evaluate(indexer.Target), Evaluate(indexer.Index), value);
                break;
            default:
                throw new TemplateFault(target.Span, "Unsupported target expression for assignment.");
        }
    }

    private static void SetMember(Member member, object? target, object? value)
    {
        switch (target)
        {
            case ObjectValue members:
                members[member.Name] = value;
                break;
            case ArrayValue when member.Name == "size":
                throw new TemplateFault(member.NameSpan, "The size of an array cannot be set.");
            case ArrayValue array:
                (array.Members ??= new ObjectValue())[member.Name] = value;
                break;
            case null:
                throw new TemplateFault(member.NameSpan, $"Cannot set the member {member.Name} for a null object.");
            default:
                throw new TemplateFault(member.NameSpan, $"Cannot set the member {member.Name} of {Show(target)}.");
        }
    }

    private void SetItem(Indexer indexer, object? target, object? index, object? value)
    {
        if (index is null)
        {
            throw new TemplateFault(indexer.Index.Span, "Cannot access a target with a null indexer.");
        }

        switch (target)
        {
            case ObjectValue members:
                members[Text(index, indexer.Index.Span)] = value;
                break;
            case ArrayValue array when index is string name:
                (array.Members ??= new ObjectValue())[name] = value;
                break;
            case ArrayValue array:
                SetItem(array, ToInt(index, indexer.Index.Span), value, indexer.Index.Span);
                break;
            default:
                throw new TemplateFault(indexer.Target.Span, $"Cannot set an item of {Show(target)}.");
        }
    }

    /// <summary>Sets an item, counted from the end where the index is negative; the array grows with nulls as needed.</summary>
    private void SetItem(ArrayValue array, int index, object? value, Span span)
    {
        index = index < 0 ? index + array.Count : index;
        if (index < 0)
        {
            throw new TemplateFault(span, "The index lies before the first item of the array.");
        }

        if (index >= array.Count)
        {
            Budget.Items(index + 1L, span);
            array.Items.AddRange(Enumerable.Repeat<object?>(null, index + 1 - array.Count));
        }

        array.Items[index] = value;
    }
}
