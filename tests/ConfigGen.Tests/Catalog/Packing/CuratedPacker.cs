using YamlDotNet.RepresentationModel;

namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>Packs sysctl/*.yaml: per key one line a scalar, one line an item of a list.</summary>
internal static class CuratedPacker
{
    private static readonly string[] Scalars =
    [
        "summary", "unit", "default", "default_scales_with", "default_formula", "why", "risk", "takes_effect", "one_way", "since", "until", "replaced_by",
    ];

    private static readonly string[] Known = [.. Scalars, "fields", "values", "bits", "obsolete", "relations", "examples", "references"];

    public static string Pack(string folder)
    {
        var pack = new PackText();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var root = YamlSource.Entries(YamlSource.Load(file), "topic", "title", "keys").ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal);
            foreach (var (key, entry) in YamlSource.Entries(root["keys"]))
            {
                Assert.True(seen.Add(key), $"{key} is described twice, again in {Path.GetFileName(file)}");
                pack.Line(key, "topic", YamlSource.Text(root["topic"]));
                PackEntry(pack, key, entry);
            }
        }

        return pack.ToString();
    }

    private static void PackEntry(PackText pack, string key, YamlNode entry)
    {
        foreach (var (name, value) in YamlSource.Entries(entry, Known))
        {
            if (Scalars.Contains(name))
            {
                pack.Line(key, name, YamlSource.Text(value));
            }
            else
            {
                PackPart(pack, key, name, value);
            }
        }
    }

    private static void PackPart(PackText pack, string key, string name, YamlNode value)
    {
        switch (name)
        {
            case "fields":
                Each(YamlSource.Items(value), item => pack.Line(key, "field", YamlSource.Text(item)));
                break;
            case "values" or "bits":
                Each(YamlSource.Entries(value), item => pack.Line(key, name[..^1], item.Name, YamlSource.Text(item.Value)));
                break;
            case "obsolete":
                var (since, effect) = YamlSource.Named(value, "since", "effect").ToList() is [var s, var e] ? (s, e) : ("", "");
                pack.Line(key, "obsolete", effect);
                pack.Line(key, "obsolete_since", since);
                break;
            case "relations":
                Each(YamlSource.Items(value), item => pack.Line(key, ["relation", .. YamlSource.Named(item, "kind", "key", "note")]));
                break;
            case "references":
                Each(YamlSource.Items(value), item => pack.Line(key, ["reference", .. YamlSource.Named(item, "title", "ref", "says")]));
                break;
            default:
                Each(YamlSource.Entries(value, "valid", "invalid"), e => Each(YamlSource.Items(e.Value), item => pack.Line(key, e.Name, Scalar(item))));
                break;
        }
    }

    /// <summary>Examples keep their blanks: a value of spaces is one that is tried.</summary>
    private static string Scalar(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static void Each<T>(IEnumerable<T> items, Action<T> action)
    {
        foreach (var item in items)
        {
            action(item);
        }
    }
}
