using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>The keywords of one schema object, with their names decoded once.</summary>
internal sealed class SchemaMembers
{
    private readonly List<SchemaMember> _members = [];

    public SchemaMembers(JsonElement schema)
    {
        foreach (var property in schema.EnumerateObject())
        {
            _members.Add(new(JsonText.NameOf(property), property.Value));
        }
    }

    public int Count => _members.Count;

    public SchemaMember this[int index] => _members[index];

    public JsonElement? Find(string name)
    {
        foreach (var (key, value) in _members)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return value;
            }
        }
        return null;
    }

    /// <summary>Whether an earlier member has the name of the member at the index.</summary>
    public bool IsRepeated(int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (string.Equals(_members[i].Name, _members[index].Name, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>
/// A class, like all that is kept in lists here: lists of structs have to be compiled at run time, which is most of a cold start.
/// </summary>
internal sealed record SchemaMember(string Name, JsonElement Value);
