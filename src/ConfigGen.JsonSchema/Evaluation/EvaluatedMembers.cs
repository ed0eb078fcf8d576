using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>Which items or properties of one instance have been evaluated, by their position in it.</summary>
internal sealed class EvaluatedMembers
{
    private readonly bool[] _evaluated;

    private EvaluatedMembers(int count) => _evaluated = new bool[count];

    /// <summary>None evaluated yet; null for a value without members.</summary>
    public static EvaluatedMembers? Of(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.Object => new(instance.GetPropertyCount()),
        JsonValueKind.Array => new(instance.GetArrayLength()),
        _ => null,
    };

    public bool this[int position] => _evaluated[position];

    public void Mark(int position) => _evaluated[position] = true;

    public void Merge(EvaluatedMembers? other)
    {
        if (other is null)
        {
            return;
        }
        for (int i = 0; i < _evaluated.Length; i++)
        {
            _evaluated[i] |= other._evaluated[i];
        }
    }
}
