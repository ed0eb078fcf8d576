using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>The types a value may have, as a set.</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    Number = 16,
    String = 32,
    Integer = 64,
}

internal sealed class TypeKeyword(SchemaNode owner, JsonElement value, JsonTypes types) : Keyword(owner, "type", value)
{
    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated) =>
        (types & KindOf(instance)) != JsonTypes.None || IsWantedInteger(instance) || run.Fail(this);

    private bool IsWantedInteger(JsonElement instance) =>
        types.HasFlag(JsonTypes.Integer) && instance.ValueKind == JsonValueKind.Number &&
        (instance.TryGetInt64(out _) || JsonNumber.Of(instance).IsInteger);

    private static JsonTypes KindOf(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.Null => JsonTypes.Null,
        JsonValueKind.True or JsonValueKind.False => JsonTypes.Boolean,
        JsonValueKind.Object => JsonTypes.Object,
        JsonValueKind.Array => JsonTypes.Array,
        JsonValueKind.Number => JsonTypes.Number,
        _ => JsonTypes.String,
    };
}

internal sealed class EnumKeyword(SchemaNode owner, JsonElement value) : Keyword(owner, "enum", value)
{
    private HashSet<string>? _texts;

    public override IEnumerable<string> ListedNames =>
        Value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(JsonText.Of);

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated) =>
        (instance.ValueKind == JsonValueKind.String ? HasText(JsonText.Of(instance)) : HasValue(instance)) || run.Fail(this);

    private bool HasText(string text) => (_texts ??= ListedNames.ToHashSet(StringComparer.Ordinal)).Contains(text);

    private bool HasValue(JsonElement instance)
    {
        foreach (var allowed in Value.EnumerateArray())
        {
            if (JsonEquality.Instance.Equals(allowed, instance))
            {
                return true;
            }
        }
        return false;
    }
}

internal sealed class ConstKeyword(SchemaNode owner, JsonElement value) : Keyword(owner, "const", value)
{
    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated) =>
        JsonEquality.Instance.Equals(Value, instance) || run.Fail(this);
}

/// <summary>minimum, maximum, exclusiveMinimum, exclusiveMaximum and multipleOf.</summary>
internal sealed class NumberKeyword(SchemaNode owner, string name, JsonElement value, Func<JsonNumber, JsonNumber, bool> accepts)
    : Keyword(owner, name, value)
{
    private readonly JsonNumber _limit = JsonNumber.Of(value);

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated) =>
        instance.ValueKind != JsonValueKind.Number || accepts(JsonNumber.Of(instance), _limit) || run.Fail(this);
}

/// <summary>The keywords that limit the size of a string, an array or an object.</summary>
internal sealed class SizeKeyword(SchemaNode owner, string name, JsonElement value, JsonValueKind kind, bool isMaximum)
    : Keyword(owner, name, value)
{
    private readonly long _limit = JsonNumber.Of(value).ToCount();

    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != kind)
        {
            return true;
        }
        int size = SizeOf(instance);
        return (isMaximum ? size <= _limit : size >= _limit) || run.Fail(this);
    }

    private static int SizeOf(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.String => JsonText.CodePoints(JsonText.Of(instance)),
        JsonValueKind.Array => instance.GetArrayLength(),
        _ => instance.GetPropertyCount(),
    };
}

internal sealed class PatternKeyword(SchemaNode owner, JsonElement value, SchemaPattern pattern) : Keyword(owner, "pattern", value)
{
    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.String)
        {
            return true;
        }
        return pattern.Matches(JsonText.Of(instance)) switch
        {
            true => true,
            false => run.Fail(this),
            null => run.GiveUp(EvaluationLimit.PatternTime, Owner.Pointer + "/pattern", Value),
        };
    }
}

internal sealed class UniqueItemsKeyword(SchemaNode owner, JsonElement value) : Keyword(owner, "uniqueItems", value)
{
    public override bool Evaluate(EvaluationRun run, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return true;
        }
        var seen = new HashSet<JsonElement>(JsonEquality.Instance);
        foreach (var item in instance.EnumerateArray())
        {
            if (!seen.Add(item))
            {
                return run.Fail(this);
            }
        }
        return true;
    }
}
