using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>Reads one YAML file into nodes that know where they stand, and says what is wrong with it. Never throws on bad input.</summary>
public static class YamlReader
{
    /// <summary>
    /// Parses <paramref name="source"/>. The root is null when nothing can be made of the file; otherwise it may come with findings
    /// that leave the rest usable (duplicate keys, tags, control characters), each of them an error.
    /// </summary>
    public static YamlDocument Read(SourceText source)
    {
        var findings = new YamlFindings(source);
        var text = InputCharacters.Check(source.Text, findings);
        text = Directives.Check(text, findings);
        var root = new StreamReading(source, text, findings).Read();
        return new YamlDocument(source, root, findings.ToImmutable());
    }

    /// <summary>The comments of <paramref name="source"/> in the order written; where the YAML is broken, those before the break.</summary>
    public static ImmutableArray<YamlComment> Comments(SourceText source) => CommentReader.Read(source);
}
