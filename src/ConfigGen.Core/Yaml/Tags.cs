using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using YamlDotNet.Core.Events;

namespace ConfigGen.Core.Yaml;

/// <summary>Tags: those of the core schema are honoured where they fit, all others are findings.</summary>
internal static class Tags
{
    private const string Core = "tag:yaml.org,2002:";

    /// <summary>Checks the tag of a collection.</summary>
    public static void Check(NodeEvent node, string text, YamlFindings findings)
    {
        if (!node.Tag.IsEmpty && node.Tag.Value is not "!" && node.Tag.Value != Core + (node is SequenceStart ? "seq" : "map"))
        {
            Report(node, text, findings, node is SequenceStart ? "a list" : "a mapping");
        }
    }

    /// <summary>The kind of a scalar by its tag, or by the core schema where it has none.</summary>
    public static YamlKind Resolve(Scalar scalar, YamlStyle style, string text, YamlFindings findings)
    {
        var kind = CoreSchema.Resolve(scalar.Value);
        if (scalar.Tag.IsEmpty)
        {
            return style == YamlStyle.Plain ? kind : YamlKind.Text;
        }

        var wanted = Wanted(scalar.Tag.Value);
        if (wanted == YamlKind.Text || wanted == kind)
        {
            return wanted.Value;
        }

        if (wanted == YamlKind.Float && kind == YamlKind.Integer)
        {
            return YamlKind.Float;
        }

        Report(scalar, text, findings, "this value");
        return style == YamlStyle.Plain ? kind : YamlKind.Text;
    }

    private static YamlKind? Wanted(string tag) => tag switch
    {
        "!" or Core + "str" => YamlKind.Text,
        Core + "int" => YamlKind.Integer,
        Core + "float" => YamlKind.Float,
        Core + "bool" => YamlKind.Boolean,
        Core + "null" => YamlKind.Null,
        _ => null,
    };

    private static void Report(NodeEvent node, string text, YamlFindings findings, string what)
    {
        var span = Place(node, text);
        var written = text.Substring(span.Start, Math.Min(span.Length, 80));
        if (Wanted(node.Tag.Value) is not null || node.Tag.Value is Core + "seq" or Core + "map")
        {
            findings.Add(InputCodes.Unsupported, span, $"The tag '{written}' does not fit {what}.", "remove the tag, or quote the value if it is text");
            return;
        }

        var help = written.StartsWith("!vault", StringComparison.Ordinal)
            ? "a spec holds no secrets; write the value itself"
            : "remove the tag; to take in another file, name it under \"extends:\"";
        findings.Add(InputCodes.Unsupported, span, $"The tag '{written}' is not used in this format.", help);
    }

    // The mark of a node is that of its first property, which may be the anchor.
    private static TextSpan Place(NodeEvent node, string text)
    {
        var start = (int)Math.Clamp(node.Start.Index, 0, text.Length);
        var end = Math.Min(text.Length, start + (node.Anchor.IsEmpty ? 1 : node.Anchor.Value.Length + 200));
        var at = text.AsSpan(start, end - start).IndexOf('!');
        start += Math.Max(at, 0);
        return new TextSpan(start, TextScan.PropertyLength(text, start));
    }
}
