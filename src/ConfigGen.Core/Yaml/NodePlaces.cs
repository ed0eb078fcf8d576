using ConfigGen.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ConfigGen.Core.Yaml;

/// <summary>
/// Where nodes stand. The parser's marks are right for scalars, include anchors and tags, give no extent for collections and no place
/// for one-pair mappings, and put an empty value at whatever comes next: the text decides.
/// </summary>
internal sealed class NodePlaces(string text)
{
    /// <summary>The offset after the last character of the last node or closing bracket.</summary>
    public int Reach { get; private set; }

    /// <summary>Where the last scalar or alias starts.</summary>
    public int LastStart { get; private set; }

    /// <summary>The offset of a mark, inside the text.</summary>
    public int Offset(Mark mark) => (int)Math.Clamp(mark.Index, 0, text.Length);

    /// <summary>True for a collection in brackets or braces.</summary>
    public static bool IsFlow(NodeEvent node) => node switch
    {
        SequenceStart sequence => sequence.Style == SequenceStyle.Flow,
        MappingStart mapping => mapping.Style == MappingStyle.Flow,
        _ => false,
    };

    /// <summary>The extent of an alias.</summary>
    public TextSpan OfAlias(AnchorAlias alias) => Extend(Offset(alias.Start), Offset(alias.End));

    /// <summary>The extent of a scalar without its anchor and tag; an empty one stands right after what announces it.</summary>
    public TextSpan OfScalar(Scalar scalar)
    {
        var start = Offset(scalar.Start);
        var end = Offset(scalar.End);
        if (scalar.Style == ScalarStyle.Plain && scalar.Value.Length == 0)
        {
            var place = AfterLastMark(Math.Min(Reach, start), Math.Max(start, end));
            return Extend(place, place);
        }

        return Extend(AfterProperties(scalar, start), end);
    }

    /// <summary>Where a collection starts, and whether it is a single pair inside a flow list (which has no bracket of its own).</summary>
    public (int Start, bool IsPair) Open(NodeEvent node, bool inBrackets)
    {
        var start = AfterProperties(node, Offset(node.Start));
        var isPair = inBrackets && node is MappingStart && (node.Start.Index == 0 || start >= text.Length || text[start] != '{');
        if (isPair)
        {
            start = AfterComma(Reach);
        }

        // Marks of what follows an opened collection may lie before it: an empty first key, say.
        Reach = Math.Max(Reach, IsFlow(node) && !isPair ? start + 1 : start);
        return (start, isPair);
    }

    /// <summary>Where a collection in brackets ends: after the closing one.</summary>
    public int Close(ParsingEvent end) => Reach = Math.Max(Reach, Math.Min(Offset(end.Start) + 1, text.Length));

    private TextSpan Extend(int start, int end)
    {
        while (end > start && TextScan.IsWhite(text[end - 1]))
        {
            end--;
        }

        Reach = Math.Max(Reach, end);
        LastStart = start;
        return new TextSpan(start, Math.Max(end - start, 0));
    }

    private int AfterProperties(NodeEvent node, int offset)
    {
        var count = (node.Anchor.IsEmpty ? 0 : 1) + (node.Tag.IsEmpty ? 0 : 1);
        for (; count > 0 && offset < text.Length && text[offset] is '&' or '!'; count--)
        {
            offset = TextScan.SkipBlanks(text, offset + TextScan.PropertyLength(text, offset), text.Length);
        }

        return offset;
    }

    private int AfterComma(int offset)
    {
        offset = TextScan.SkipBlanks(text, offset, text.Length);
        return offset < text.Length && text[offset] == ',' ? TextScan.SkipBlanks(text, offset + 1, text.Length) : offset;
    }

    private int AfterLastMark(int from, int end)
    {
        var place = from;
        for (var i = TextScan.SkipBlanks(text, from, end); i < end; i = TextScan.SkipBlanks(text, i + 1, end))
        {
            place = i + 1;
        }

        return place;
    }
}
