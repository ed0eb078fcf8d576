using System.Collections.Immutable;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

internal sealed class UnevaluatedPropertiesKeyword(SchemaNode owner, JsonElement value, SchemaNode node)
    : Keyword(owner, "unevaluatedProperties", value)
{
    private ImmutableArray<string> _allowed;

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }
        bool valid = true;
        int position = 0;
        foreach (var property in instance.EnumerateObject())
        {
            if (!evaluated![position])
            {
                valid &= Apply(run, property, position);
                evaluated.Mark(position);
            }
            position++;
        }
        return valid;
    }

    private bool Apply(EvaluationRun run, JsonProperty property, int position)
    {
        string name = JsonText.NameOf(property);
        run.Location.Enter(name, position);
        bool valid = node.IsFalse ? Fail(run, name) : run.Apply(node, property.Value, null);
        run.Location.Leave();
        return valid;
    }

    private bool Fail(EvaluationRun run, string name) => !run.StopsAtFirst && run.FailProperty(Name, node, name, Allowed(), []);

    private ImmutableArray<string> Allowed() =>
        _allowed.IsDefault ? _allowed = AllowedNames.ListedBy(Owner, k => k is PropertiesKeyword) : _allowed;
}

internal sealed class UnevaluatedItemsKeyword(SchemaNode owner, JsonElement value, SchemaNode node)
    : Keyword(owner, "unevaluatedItems", value)
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
            if (!evaluated![index])
            {
                run.Location.Enter(index);
                valid &= run.Apply(node, item, null);
                run.Location.Leave();
                evaluated.Mark(index);
            }
            index++;
        }
        return valid;
    }
}
