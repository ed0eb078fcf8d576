using System.Text;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>Collects header and body lines and writes them in the order a <see cref="PackFile"/> needs.</summary>
internal sealed class PackText
{
    private readonly List<string> headers = [];
    private readonly SortedDictionary<string, List<string>> body = new(StringComparer.Ordinal);

    public PackText Header(params IEnumerable<string> fields)
    {
        headers.Add("#" + string.Join('\t', fields.Select(PackFile.Escape)));
        return this;
    }

    public void Line(string key, params IEnumerable<string> fields)
    {
        if (!body.TryGetValue(key, out var lines))
        {
            body[key] = lines = [];
        }

        lines.Add(string.Join('\t', fields.Prepend(key).Select(PackFile.Escape)));
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in headers.Concat(body.Values.SelectMany(lines => lines)))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }
}
