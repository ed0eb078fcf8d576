using YamlDotNet.RepresentationModel;

namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>Packs systemd/*.yaml: per directive one line a scalar, one line an item of a list. What is like another directive gets its values.</summary>
internal static class DirectivePacker
{
    private static readonly string[] Scalars = ["section", "summary", "takes", "unit", "default", "since", "scale", "like"];

    private static readonly string[] Known = [.. Scalars, "values", "see", "examples", "references"];

    private static readonly string[] TakenOver = ["takes", "unit", "values"];

    public static string Pack(string folder)
    {
        var pack = new PackText();
        var all = Read(folder);
        foreach (var (name, directive) in all)
        {
            Assert.True(directive.Fields.ContainsKey("summary") && directive.Fields.ContainsKey("references"), $"{name} has no summary or no source");
            Assert.True(directive.Fields.ContainsKey("takes") || directive.Fields.ContainsKey("like"), $"{name} does not say what it takes");
            pack.Line(name, "topic", directive.Topic);
            foreach (var (field, value) in Complete(name, directive.Fields, all))
            {
                PackField(pack, name, field, value, directive.Sources);
            }
        }

        return pack.ToString();
    }

    private static Dictionary<string, Directive> Read(string folder)
    {
        var all = new Dictionary<string, Directive>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var root = YamlSource.Entries(YamlSource.Load(file), "topic", "title", "sources", "directives").ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal);
            var sources = YamlSource.Entries(root["sources"]).ToDictionary(s => s.Name, s => YamlSource.Named(s.Value, "title", "ref").ToArray(), StringComparer.Ordinal);
            foreach (var (name, entry) in YamlSource.Entries(root["directives"]))
            {
                var fields = YamlSource.Entries(entry, Known).ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal);
                Assert.True(all.TryAdd(name, new(YamlSource.Text(root["topic"]), fields, sources)), $"{name} is described twice, again in {Path.GetFileName(file)}");
            }
        }

        return all;
    }

    private static IEnumerable<KeyValuePair<string, YamlNode>> Complete(string name, Dictionary<string, YamlNode> fields, Dictionary<string, Directive> all)
    {
        if (!fields.TryGetValue("like", out var like))
        {
            return fields;
        }

        Assert.True(all.TryGetValue(YamlSource.Text(like), out var other), $"{name} is like a directive that is not described");
        return fields.Concat(other.Fields.Where(f => TakenOver.Contains(f.Key) && !fields.ContainsKey(f.Key)));
    }

    private static void PackField(PackText pack, string name, string field, YamlNode value, Dictionary<string, string[]> sources)
    {
        IEnumerable<string[]> lines = field switch
        {
            "values" => YamlSource.Entries(value).Select(v => new[] { "value", v.Name, YamlSource.Text(v.Value) }),
            "see" => YamlSource.Items(value).Select(v => new[] { "see", YamlSource.Text(v) }),
            "examples" => YamlSource.Entries(value, "valid", "invalid").SelectMany(e => YamlSource.Items(e.Value).Select(v => new[] { e.Name, YamlSource.Text(v) })),
            "references" => YamlSource.Items(value).Select(v => (string[])["reference", .. sources[YamlSource.Text(v)]]),
            _ => [[field, YamlSource.Text(value)]],
        };
        foreach (var line in lines)
        {
            pack.Line(name, line);
        }
    }

    private sealed record Directive(string Topic, Dictionary<string, YamlNode> Fields, Dictionary<string, string[]> Sources);
}
