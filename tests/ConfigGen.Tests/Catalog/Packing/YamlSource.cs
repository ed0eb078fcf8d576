using YamlDotNet.RepresentationModel;

namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>The YAML files that people write, as plain nodes. An unknown key fails the test: nothing is dropped in silence.</summary>
internal static class YamlSource
{
    public static YamlMappingNode Load(string path)
    {
        using var reader = File.OpenText(path);
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    public static IEnumerable<(string Name, YamlNode Value)> Entries(YamlNode node, params string[] allowed)
    {
        foreach (var (key, value) in (YamlMappingNode)node)
        {
            var name = Text(key);
            Assert.True(allowed.Length == 0 || allowed.Contains(name), $"unknown key {name} at {key.Start}");
            yield return (name, value);
        }
    }

    public static string Text(YamlNode node) => Assert.IsType<YamlScalarNode>(node).Value!.Trim();

    public static IEnumerable<YamlNode> Items(YamlNode node) => (YamlSequenceNode)node;

    /// <summary>The named scalars of a mapping; empty where one is missing.</summary>
    public static IEnumerable<string> Named(YamlNode node, params string[] names)
    {
        var entries = Entries(node, names).ToDictionary(e => e.Name, e => Text(e.Value), StringComparer.Ordinal);
        return names.Select(name => entries.GetValueOrDefault(name, ""));
    }
}
