using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using YamlDotNet.Core.Events;

namespace ConfigGen.Core.Yaml;

/// <summary>Anchors, and the limits that keep aliases and nesting from growing without bound; nothing is ever expanded.</summary>
internal sealed class AnchorTable(SourceText source, string text, YamlFindings findings)
{
    private readonly Dictionary<string, Anchor> _anchors = new(StringComparer.Ordinal);
    private int _nodes;
    private int _deepest;

    /// <summary>Counts one node; false, with a finding, when there are too many.</summary>
    public bool Count(int offset)
    {
        if (++_nodes <= YamlLimits.Nodes)
        {
            return true;
        }

        findings.Add(
            InputCodes.TooDeep,
            new TextSpan(offset, 0),
            $"The file holds more than {YamlLimits.Nodes:N0} keys and values.",
            "split it: one file per host class, shared parts in a layer named by \"extends:\"");
        return false;
    }

    /// <summary>Enters a collection; false, with a finding, when it lies too deep.</summary>
    public bool Enter(int depth, int offset)
    {
        _deepest = Math.Max(_deepest, depth);
        if (depth <= YamlLimits.Depth)
        {
            return true;
        }

        findings.Add(
            InputCodes.TooDeep,
            new TextSpan(offset, Math.Min(1, text.Length - offset)),
            $"Nested more than {YamlLimits.Depth} levels deep.",
            "write it flat; a spec needs no more than a handful of levels");
        return false;
    }

    /// <summary>Notes the anchor of a node that begins; null when it has none.</summary>
    public Anchor? Open(NodeEvent node, int offset, int depth)
    {
        if (node.Anchor.IsEmpty)
        {
            return null;
        }

        var name = node.Anchor.Value;
        var at = text.IndexOf('&', offset);
        var span = new TextSpan(at < 0 ? offset : at, name.Length + 1);
        if (_anchors.TryGetValue(name, out var first))
        {
            var related = new RelatedSpan(new SourceSpan(source, first.Span), "first defined here");
            findings.Add(InputCodes.Alias, span, $"The anchor '&{name}' is defined twice.", "give one of them another name", related);
        }

        var anchor = new Anchor(span, _nodes, depth, _deepest);
        _anchors[name] = anchor;
        _deepest = depth;
        return anchor;
    }

    /// <summary>Completes an anchor with the node it names.</summary>
    public void Close(Anchor? anchor, YamlNode? node)
    {
        if (anchor is null)
        {
            return;
        }

        anchor.Node = node;
        anchor.Size = _nodes - anchor.Nodes + 1;
        anchor.Height = _deepest - anchor.Depth;
        _deepest = Math.Max(_deepest, anchor.Deepest);
    }

    /// <summary>The node that an alias stands for; an empty one, with a finding, when there is none; null when it expands too far.</summary>
    public YamlNode? Resolve(string name, TextSpan span, int depth)
    {
        if (!_anchors.TryGetValue(name, out var anchor) || anchor.Node is null)
        {
            ReportUnusable(name, span, anchor);
            return new YamlScalar(new SourceSpan(source, span), "", YamlStyle.Plain, YamlKind.Null);
        }

        _nodes += anchor.Size;
        _deepest = Math.Max(_deepest, depth + anchor.Height);
        if (_nodes <= YamlLimits.Nodes && depth + anchor.Height <= YamlLimits.Depth)
        {
            return anchor.Node;
        }

        var what = _nodes > YamlLimits.Nodes ? $"more than {YamlLimits.Nodes:N0} keys and values" : $"more than {YamlLimits.Depth} levels";
        findings.Add(InputCodes.Alias, span, $"With the alias '*{name}' the file expands to {what}.", "write the values out, or move them to a layer named by \"extends:\"");
        return null;
    }

    private void ReportUnusable(string name, TextSpan span, Anchor? anchor)
    {
        if (findings.IsFull)
        {
            return;
        }

        if (anchor is not null)
        {
            var related = new RelatedSpan(new SourceSpan(source, anchor.Span), "the anchor is on what contains the alias");
            findings.Add(InputCodes.Alias, span, $"The alias '*{name}' stands for something that contains it.", "write the value out", related);
            return;
        }

        var known = _anchors.Keys.Order(StringComparer.Ordinal).Take(5).Select(k => "*" + k).ToList();
        findings.Add(
            InputCodes.Alias,
            span,
            $"The alias '*{name}' has no anchor '&{name}' before it.",
            known.Count == 0 ? $"quote it to keep the text: \"*{name}\"" : $"known here: {string.Join(", ", known)}; or quote it to keep the text");
    }

    /// <summary>A named node, with what it costs to repeat.</summary>
    internal sealed class Anchor(TextSpan span, int nodes, int depth, int deepest)
    {
        public TextSpan Span => span;

        public int Nodes => nodes;

        public int Depth => depth;

        public int Deepest => deepest;

        public YamlNode? Node { get; set; }

        public int Size { get; set; }

        public int Height { get; set; }
    }
}
