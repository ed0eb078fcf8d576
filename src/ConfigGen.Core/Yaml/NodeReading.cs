using System.Collections.Immutable;
using ConfigGen.Core.Text;
using YamlDotNet.Core.Events;

namespace ConfigGen.Core.Yaml;

/// <summary>Builds nodes from events. A null node means: stop, a limit is passed or the parser failed.</summary>
internal sealed class NodeReading(SourceText source, string text, EventSource events, YamlFindings findings)
{
    private readonly AnchorTable _anchors = new(source, text, findings);
    private readonly Stack<int> _openFlow = new();
    private readonly NodePlaces _places = new(text);
    private int _depth;

    /// <summary>The offset after the last thing that was read well.</summary>
    public int Reach => _places.Reach;

    /// <summary>Where the last scalar or alias starts.</summary>
    public int LastStart => _places.LastStart;

    /// <summary>The offset of the innermost '[' or '{' that is still open, or -1.</summary>
    public int OpenFlow => _openFlow.TryPeek(out var offset) ? offset : -1;

    /// <summary>Reads the node of the current event, and stops at its last event.</summary>
    public YamlNode? Read()
    {
        if (events.Current is AnchorAlias alias)
        {
            var span = _places.OfAlias(alias);
            return _anchors.Resolve(alias.Value.Value, span, _depth);
        }

        if (events.Current is not NodeEvent node)
        {
            // A stray ':' can make the parser end a mapping after a key without a value.
            events.Fail();
            return null;
        }

        if (!_anchors.Count(Math.Max(_places.Offset(node.Start), Reach)))
        {
            return null;
        }

        var anchor = _anchors.Open(node, _places.Offset(node.Start), _depth);
        var result = ReadContent(node);
        _anchors.Close(anchor, result);
        return result;
    }

    private YamlNode? ReadContent(NodeEvent node)
    {
        if (node is Scalar scalar)
        {
            return ReadScalar(scalar);
        }

        var (start, isPair) = _places.Open(node, OpenFlow >= 0);
        Tags.Check(node, text, findings);
        if (!_anchors.Enter(_depth + 1, start))
        {
            return null;
        }

        var frame = new Frame(start, HasBrackets: NodePlaces.IsFlow(node) && !isPair);
        Enter(frame);
        YamlNode? result = node is SequenceStart ? ReadItems(frame) : ReadEntries(frame, NodePlaces.IsFlow(node));
        if (result is not null)
        {
            Leave(frame);
        }

        return result;
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        var span = _places.OfScalar(scalar);
        var style = Styles.Of(scalar.Style);
        var kind = Tags.Resolve(scalar, style, text, findings);
        InputCharacters.CheckValue(scalar.Value, span, findings);
        return new YamlScalar(new SourceSpan(source, span), scalar.Value, style, kind);
    }

    private YamlSequence? ReadItems(Frame frame)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (events.MoveNext())
        {
            if (events.Current is SequenceEnd)
            {
                return new YamlSequence(Close(frame), items.DrainToImmutable());
            }

            if (Read() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return null;
    }

    private YamlMapping? ReadEntries(Frame frame, bool isFlow)
    {
        var entries = new EntryList(source, text, findings, frame.Start, isFlow);
        while (events.MoveNext())
        {
            if (events.Current is MappingEnd)
            {
                return new YamlMapping(Close(frame), entries.ToImmutable());
            }

            if (!ReadEntry(entries))
            {
                return null;
            }
        }

        return null;
    }

    private bool ReadEntry(EntryList entries)
    {
        var alias = events.Current as AnchorAlias;
        var key = Read();
        var place = alias is null ? null : source.Span(LastStart, Reach - LastStart);
        if (key is null || !events.MoveNext() || Read() is not { } value)
        {
            return false;
        }

        // A key written as an alias keeps its own place: that is where a duplicate stands.
        entries.Add(place is not null && key is YamlScalar ? key with { Span = place } : key, value);
        return true;
    }

    private void Enter(Frame frame)
    {
        _depth++;
        if (frame.HasBrackets)
        {
            _openFlow.Push(frame.Start);
        }
    }

    private void Leave(Frame frame)
    {
        _depth--;
        if (frame.HasBrackets)
        {
            _openFlow.Pop();
        }
    }

    private SourceSpan Close(Frame frame)
    {
        var end = frame.HasBrackets ? _places.Close(events.Current!) : Reach;
        return source.Span(frame.Start, Math.Max(end - frame.Start, 0));
    }

    private readonly record struct Frame(int Start, bool HasBrackets);
}
