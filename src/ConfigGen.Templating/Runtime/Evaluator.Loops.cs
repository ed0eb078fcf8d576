using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>`for`, `tablerow` and `while`.</summary>
internal sealed partial class Evaluator
{
    private Flow Execute(For loop)
    {
        var value = Evaluate(loop.Iterator);
        if (value is null)
        {
            // Not even `else` is run: that is for what is there and has no items.
            return Flow.Next;
        }

        var items = Iterate(value, loop.Iterator.Span);
        var offset = Math.Max(0, Option(loop.Options.Offset, 0));
        var count = Math.Max(0, Math.Min(items.Count - offset, Option(loop.Options.Limit, int.MaxValue)));
        if (count == 0)
        {
            // A table of nothing has one empty row, where there is a list at all.
            _output.Write(loop.Options.IsTableRow && loop.Else is null ? "<tr class=\"row1\"></tr>\n" : "", loop.Span);
            return loop.Else is null ? Flow.Next : Execute(loop.Else);
        }

        return loop.Options.IsTableRow
            ? ExecuteRows(loop, items, offset, count, Math.Max(1, Option(loop.Options.Columns, 1)))
            : ExecuteLoop(loop, items, offset, count, static (_, run) => run());
    }

    private int Option(Expression? option, int otherwise) => option is null ? otherwise : ToInt(Evaluate(option), option.Span);

    private static ISequence Iterate(object? value, Span span)
    {
        switch (value)
        {
            case ISequence sequence:
                return sequence;
            case ObjectValue members:
                return new ArrayValue(members.Members.Select(static pair => new PairValue(pair.Key, pair.Value)));
            default:
                throw new TemplateFault(span, $"Only arrays, ranges and objects can be iterated, not {Show(value)}.");
        }
    }

    private Flow ExecuteLoop(For loop, ISequence items, int offset, int count, Func<int, Func<Flow>, Flow> around)
    {
        var variable = (Variable)loop.Variable;
        var scope = variable.IsLocal ? _locals : _globals[^1];
        var state = new LoopState(count, loop.Options.Reversed || count < items.Count);
        var variables = new ObjectValue { [variable.Name] = null };
        scope.PushLoop(variables);
        _globals[^1].PushLoop(new ObjectValue { ["for"] = state });
        _loopDepth++;
        var flow = Flow.Next;
        for (var i = 0; i < count && flow is not (Flow.Break or Flow.Return); i++)
        {
            Budget.Iteration(i + 1L, loop.Span);
            // The array may have shrunk under the loop.
            var position = loop.Options.Reversed ? offset + count - 1 - i : offset + i;
            var item = position < items.Count ? items[position] : null;
            state.Move(this, i, item, loop.Span);
            variables[variable.Name] = item;
            flow = around(i, () => Execute(loop.Body));
        }

        _loopDepth--;
        _globals[^1].PopLoop();
        scope.PopLoop();
        return flow == Flow.Return ? Flow.Return : Flow.Next;
    }

    private Flow ExecuteRows(For loop, ISequence items, int offset, int count, int columns)
    {
        var flow = ExecuteLoop(loop, items, offset, count, (i, run) =>
        {
            var column = i % columns;
            _output.Write(column == 0 ? $"<tr class=\"row{(i / columns) + 1}\">" : "", loop.Span);
            _output.Write($"<td class=\"col{column + 1}\">", loop.Span);
            var inner = run();
            _output.Write("</td>", loop.Span);
            _output.Write(column == columns - 1 || i == count - 1 ? "</tr>\n" : "", loop.Span);
            return inner;
        });
        return flow;
    }

    private Flow Execute(While loop)
    {
        var state = new LoopState(-1);
        _globals[^1].PushLoop(new ObjectValue { ["while"] = state });
        _loopDepth++;
        var flow = Flow.Next;
        for (var i = 0; flow is not (Flow.Break or Flow.Return) && IsTrue(Evaluate(loop.Condition)); i++)
        {
            Budget.Iteration(i + 1L, loop.Span);
            state.Move(this, i, null, loop.Span);
            flow = Execute(loop.Body);
        }

        _loopDepth--;
        _globals[^1].PopLoop();
        return flow == Flow.Return ? Flow.Return : Flow.Next;
    }

    private object? Evaluate(LoopMember member)
    {
        var state = FindGlobal(member.Loop == "tablerow" ? "for" : member.Loop, out _) as LoopState;
        if (state is null)
        {
            throw new TemplateFault(member.NameSpan, $"Cannot get the member {member.Loop}.{member.Name} for a null object.");
        }

        return state.IsKnown(member.Name)
            ? state[member.Name]
            : throw new TemplateFault(member.NameSpan, $"`{member.Loop}.{member.Name}` is not supported in a loop with offset, limit or reversed.");
    }
}
