using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>prefixItems and items, in one pass over the array.</summary>
internal sealed class ItemsKeyword(SchemaNode owner, string name, JsonElement value, SchemaNode[] prefix, SchemaNode? rest)
    : Keyword(owner, name, value)
{
    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return true;
        }
        bool valid = true;
        int index = 0;
        foreach (var item in instance.EnumerateArray())
        {
            if (index >= prefix.Length && rest is null || !valid && run.StopsAtFirst)
            {
                break;
            }
            run.Location.Enter(index);
            valid &= run.Apply(index < prefix.Length ? prefix[index] : rest!, item, null);
            run.Location.Leave();
            evaluated?.Mark(index);
            index++;
        }
        return valid;
    }
}

/// <summary>contains with minContains and maxContains.</summary>
internal sealed class ContainsKeyword(SchemaNode owner, JsonElement value, SchemaNode node, JsonElement? minimum, JsonElement? maximum)
    : Keyword(owner, "contains", value)
{
    private readonly long _minimum = minimum is { } min ? JsonNumber.Of(min).ToCount() : 1;
    private readonly long _maximum = maximum is { } max ? JsonNumber.Of(max).ToCount() : long.MaxValue;

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return true;
        }
        int matches = CountMatches(run, instance, evaluated);
        if (matches < _minimum)
        {
            return minimum is { } min ? run.Fail("minContains", Owner.Pointer + "/minContains", min) : run.Fail(this);
        }
        return matches <= _maximum || run.Fail("maxContains", Owner.Pointer + "/maxContains", maximum!.Value);
    }

    private int CountMatches(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        int matches = 0;
        int index = 0;
        foreach (var item in instance.EnumerateArray())
        {
            run.Location.Enter(index);
            if (run.Test(node, item, null))
            {
                matches++;
                evaluated?.Mark(index);
            }
            run.Location.Leave();
            index++;
        }
        return matches;
    }
}
