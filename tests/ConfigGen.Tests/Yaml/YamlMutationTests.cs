using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Tests.Yaml;

/// <summary>Whatever is typed: no exception, a root or a finding, spans inside the text, children inside their parents.</summary>
public sealed class YamlMutationTests
{
    private const string Good = """
        # a spec
        spec: v1
        name: web   # its name
        targets:
          - {platform: debian-12, memory: 16G}
          - kernel: "6.12"
        keepalive: {idle: 2m, probes: 3}
        sysctl:
          net.core.somaxconn: 16384
          net.ipv4.tcp_rmem: [4096, 131072, 33554432]
          net.ipv4.tcp_tw_reuse: {value: 1, reason: "many \"outbound\" connections"}
        note: |
          two
            lines
        folded: >-
          one
          line
        anchors: [&a {x: 1}, 'it''s']
        é😀: ~

        """;

    private static readonly string[] Fragments =
    [
        "a: ", "- ", "[", "]", "{", "}", "\n", "\n  ", "\n    ", " ", ": ", ":", "\"", "'", "|\n", ">", "&x ", "*x ", "*a", "!t ", "!!str ", "? ", " #c\n", "\t",
        "%Y", "\n---\n", "\n...\n", "@", "`", ",", "\r\n", "\\", "\0", "😀", "<<: ", "{{", "}}", "- - ", "|2-\n", "\r", "\u2028", "&", "*", "!", "!<a>", "\uFEFF",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Mutated_yaml_is_read_or_refused(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            Check(Mutate(Good, random));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Fragments_in_any_order_are_read_or_refused(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2500; round++)
        {
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Fragments[random.Next(Fragments.Length)])));
        }
    }

    // Found by mutation: the parser ends a mapping after a key that has no value event.
    [Theory]
    [InlineData("`: !<a>\t\n\n\n    :")]
    [InlineData("a: #c\n : é!t  #c\r\n")]
    [InlineData("[a, b: c")]
    [InlineData("*!<a><<: \n  |2-\nxb:\n- - : |2-\n[")]
    public void Known_crashes_stay_findings(string yaml) => Check(yaml);

    [Fact]
    public void Every_prefix_of_a_good_file_is_read_or_refused()
    {
        for (var length = 0; length <= Good.Length; length++)
        {
            Check(Good[..length]);
        }
    }

    [Fact]
    public void Files_from_the_field_are_read()
    {
        var shared = Environment.GetEnvironmentVariable("CONFIGGEN_SHARED");
        var isThere = Directory.Exists(Path.Combine(shared ?? "", "corpus"));
        Assert.False(!isThere && Environment.GetEnvironmentVariable("CI") == "true", "CONFIGGEN_SHARED must name the shared folder");
        Assert.SkipUnless(isThere, "needs the shared corpus");
        foreach (var folder in new[] { "k8s-yaml", "ansible-vars" })
        {
            foreach (var file in Directory.GetFiles(Path.Combine(shared!, "corpus", folder)))
            {
                Check(File.ReadAllText(file));
            }
        }
    }

    private static string Mutate(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var removed = Math.Min(random.Next(4), text.Length - at);
            text = text[..at] + Fragments[random.Next(Fragments.Length)] + text[(at + removed)..];
        }

        return text;
    }

    private static void Check(string yaml)
    {
        var source = new SourceText("s.yaml", yaml);
        var document = YamlReader.Read(source);
        Assert.True(document.Root is not null || document.Findings.Length > 0, yaml);
        Assert.All(document.Findings, f => Assert.True(IsInside(f.Span!.Span, new TextSpan(0, yaml.Length)) && f.Message.Length > 0 && f.Help!.Length > 0, yaml));
        Assert.All(YamlReader.Comments(source), c => Assert.Equal('#', c.Span.Text[0]));
        if (document.Root is { } root)
        {
            Assert.True(IsInside(root.Span.Span, new TextSpan(0, yaml.Length)), yaml);
            CheckChildren(root, yaml.Contains('*', StringComparison.Ordinal), yaml);
        }
    }

    private static void CheckChildren(YamlNode node, bool hasAliases, string yaml)
    {
        foreach (var child in Children(node))
        {
            Assert.True(hasAliases || IsInside(child.Span.Span, node.Span.Span), $"{child.Span} in {node.Span}: {yaml}");
            CheckChildren(child, hasAliases, yaml);
        }
    }

    private static IEnumerable<YamlNode> Children(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(e => new[] { e.Key, e.Value }),
        YamlSequence sequence => sequence.Items,
        _ => [],
    };

    private static bool IsInside(TextSpan inner, TextSpan outer) => inner.Start >= outer.Start && inner.Length >= 0 && inner.End <= outer.End;
}
