using System.Collections.Immutable;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Import.Readers;

/// <summary>What a task does for each item of a list.</summary>
/// <param name="Item">The item; null for a task without a loop.</param>
/// <param name="Key">With a mapping: its key.</param>
/// <param name="Name">What the item is called in templates.</param>
internal sealed record AnsibleItem(YamlNode? Item, YamlScalar? Key, string Name)
{
    /// <summary>Where the item stands; null without a loop.</summary>
    public SourceSpan? Span => Item is null ? null : Key is null ? Item.Span : Key.Span.Source.Span(Key.Span.Span.Start, Math.Max(Key.Span.Span.Length, Item.Span.Span.End - Key.Span.Span.Start));

    /// <summary>A text of the task with the item filled in; the text as it is where it speaks of something else. Null stays null.</summary>
    public YamlScalar? Fill(YamlScalar? text)
    {
        if (text is null || Item is null || !text.Value.TrimStart().StartsWith("{{", StringComparison.Ordinal) || !text.Value.TrimEnd().EndsWith("}}", StringComparison.Ordinal))
        {
            return text;
        }

        // A filter that turns a value into text changes none.
        var words = text.Value.Trim()[2..^2].Split('|').Select(w => w.Trim()).ToList();
        if (words.Skip(1).Any(w => w is not ("string" or "int")))
        {
            return text;
        }

        var path = words[0].Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal).Replace("[\"", ".", StringComparison.Ordinal).Replace("\"]", "", StringComparison.Ordinal);
        return path == Name ? Item as YamlScalar
            : !path.StartsWith(Name + ".", StringComparison.Ordinal) ? text
            : Member(path[(Name.Length + 1)..]);
    }

    private YamlScalar? Member(string path)
    {
        if (Key is not null)
        {
            return path == "key" ? Key : path == "value" ? Item as YamlScalar : path.StartsWith("value.", StringComparison.Ordinal) && Item is YamlMapping inner ? inner[path["value.".Length..]] as YamlScalar : null;
        }

        return Item is YamlMapping map ? map[path] as YamlScalar : null;
    }
}

/// <summary>The items of a task's loop: loop, with_items, with_dict, with a list that stands there or in a variable of the same file.</summary>
internal sealed class AnsibleLoop
{
    private static readonly string[] Loops = ["loop", "with_items", "with_list", "with_flattened", "with_dict"];

    private readonly Dictionary<string, YamlNode> _variables;

    public AnsibleLoop(YamlMapping task, Dictionary<string, YamlNode> variables)
    {
        _variables = variables;
        var entry = task.Entries.FirstOrDefault(e => Loops.Contains(e.Key.Value, StringComparer.Ordinal));
        var name = ((task["loop_control"] as YamlMapping)?["loop_var"] as YamlScalar)?.Value ?? "item";
        (Items, Problem) = entry is not null ? Of(entry, name)
            : task.Entries.FirstOrDefault(e => e.Key.Value.StartsWith("with_", StringComparison.Ordinal)) is { } other ? ([], $"The loop {other.Key.Value} is not one that import can follow.")
            : ([new AnsibleItem(null, null, name)], null);
    }

    /// <summary>Never empty, unless there is a problem or the list is.</summary>
    public ImmutableArray<AnsibleItem> Items { get; }

    /// <summary>Why the items are not known.</summary>
    public string? Problem { get; }

    /// <summary>Variables that the loop goes over, so that they are not imported a second time.</summary>
    public List<YamlNode> Used { get; } = [];

    private (ImmutableArray<AnsibleItem> Items, string? Problem) Of(YamlEntry loop, string name)
    {
        var isMapping = loop.Key.Value == "with_dict";
        var node = loop.Value;
        if (node is YamlScalar text)
        {
            var inner = text.Value.Trim();
            inner = inner.StartsWith("{{", StringComparison.Ordinal) && inner.EndsWith("}}", StringComparison.Ordinal) ? inner[2..^2].Trim() : inner;
            var parts = inner.Split('|').Select(p => p.Trim()).ToList();
            isMapping |= parts.Contains("dict2items", StringComparer.Ordinal) || parts[0].EndsWith(".items()", StringComparison.Ordinal);
            if (parts.Skip(1).Any(p => p is not ("dict2items" or "list" or "flatten")) || !_variables.TryGetValue(parts[0], out var found))
            {
                return ([], $"The list '{text.Value}' does not stand in this file.");
            }

            Used.Add(found);
            node = found;
        }

        return node switch
        {
            YamlMapping map when isMapping => ([.. map.Entries.Select(e => new AnsibleItem(e.Value, e.Key, name))], null),
            YamlSequence list when !isMapping => ([.. list.Items.Select(i => new AnsibleItem(i, null, name))], null),
            _ => ([], "The loop goes over something that is neither a list nor a mapping."),
        };
    }
}
