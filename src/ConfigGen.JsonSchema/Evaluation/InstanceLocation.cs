using System.Globalization;
using System.Text;

namespace ConfigGen.JsonSchema;

/// <summary>Where in the instance the evaluation is.</summary>
internal sealed class InstanceLocation
{
    private readonly List<Step> _steps = [];

    public int Depth => _steps.Count;

    public void Enter(string name, int position) => _steps.Add(new(name, position));

    public void Enter(int index) => _steps.Add(new(null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>The JSON Pointer of the first steps.</summary>
    public string Pointer(int depth)
    {
        var pointer = new StringBuilder();
        for (int i = 0; i < depth; i++)
        {
            var (name, position) = _steps[i];
            pointer.Append('/').Append(name is null ? position.ToString(CultureInfo.InvariantCulture) : JsonPointer.Escape(name));
        }
        return pointer.ToString();
    }

    /// <summary>The position of each step in its container: what to sort by for document order.</summary>
    public int[] Order()
    {
        int[] order = new int[_steps.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = _steps[i].Position;
        }
        return order;
    }

    private sealed record Step(string? Name, int Position);
}
