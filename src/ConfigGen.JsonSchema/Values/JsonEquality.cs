using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>
/// Equality of JSON values as JSON Schema defines it (core, section 4.2.2): numbers by value, objects regardless of order. Of a
/// repeated property the last counts. Walks with a stack of its own, so that depth costs heap and not stack.
/// </summary>
internal sealed class JsonEquality : IEqualityComparer<JsonElement>
{
    public static JsonEquality Instance { get; } = new();

    public bool Equals(JsonElement x, JsonElement y)
    {
        if (x.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            return x.ValueKind == y.ValueKind && ScalarsEqual(x, y);
        }
        var pairs = new Stack<(JsonElement Left, JsonElement Right)>();
        pairs.Push((x, y));
        while (pairs.TryPop(out var pair))
        {
            if (pair.Left.ValueKind != pair.Right.ValueKind || !EqualUpToChildren(pair.Left, pair.Right, pairs))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The sum over all scalars of a hash of their path and value, so that the order of properties does not matter.</summary>
    public int GetHashCode(JsonElement obj)
    {
        int sum = 0;
        var open = new Stack<(int Path, JsonElement Value)>();
        open.Push((0, obj));
        while (open.TryPop(out var next))
        {
            sum += HashUpToChildren(next.Path, next.Value, open);
        }
        return sum;
    }

    private static bool EqualUpToChildren(JsonElement left, JsonElement right, Stack<(JsonElement Left, JsonElement Right)> pairs) =>
        left.ValueKind switch
        {
            JsonValueKind.Array => PushItems(left, right, pairs),
            JsonValueKind.Object => PushProperties(left, right, pairs),
            _ => ScalarsEqual(left, right),
        };

    private static bool ScalarsEqual(JsonElement left, JsonElement right) => left.ValueKind switch
    {
        JsonValueKind.Number => JsonNumber.Compare(JsonNumber.Of(left), JsonNumber.Of(right)) == 0,
        JsonValueKind.String => string.Equals(JsonText.Of(left), JsonText.Of(right), StringComparison.Ordinal),
        _ => true,
    };

    private static bool PushItems(JsonElement left, JsonElement right, Stack<(JsonElement Left, JsonElement Right)> pairs)
    {
        if (left.GetArrayLength() != right.GetArrayLength())
        {
            return false;
        }
        var others = right.EnumerateArray();
        foreach (var item in left.EnumerateArray())
        {
            others.MoveNext();
            pairs.Push((item, others.Current));
        }
        return true;
    }

    private static bool PushProperties(JsonElement left, JsonElement right, Stack<(JsonElement Left, JsonElement Right)> pairs)
    {
        var ours = Properties(left);
        var theirs = Properties(right);
        if (ours.Count != theirs.Count)
        {
            return false;
        }
        foreach (var (name, value) in ours)
        {
            if (!theirs.TryGetValue(name, out var other))
            {
                return false;
            }
            pairs.Push((value, other));
        }
        return true;
    }

    private static int HashUpToChildren(int path, JsonElement value, Stack<(int Path, JsonElement Value)> open)
    {
        int index = 0;
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    open.Push((HashCode.Combine(path, index++), item));
                }
                break;
            case JsonValueKind.Object:
                foreach (var (name, child) in Properties(value))
                {
                    open.Push((HashCode.Combine(path, name), child));
                }
                break;
        }
        return HashCode.Combine(path, value.ValueKind, ScalarHash(value));
    }

    private static int ScalarHash(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => JsonNumber.Of(value).GetHashCode(),
        JsonValueKind.String => JsonText.Of(value).GetHashCode(StringComparison.Ordinal),
        _ => 0,
    };

    private static Dictionary<string, JsonElement> Properties(JsonElement value)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            properties[JsonText.NameOf(property)] = property.Value;
        }
        return properties;
    }
}
