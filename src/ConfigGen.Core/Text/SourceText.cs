using System.Collections.Immutable;

namespace ConfigGen.Core.Text;

/// <summary>One input file: its path as findings show it, its text, and where its lines start.</summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;

    /// <summary>Wraps <paramref name="text"/>, which came from <paramref name="path"/>.</summary>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>The path as the user wrote it, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The decoded text, without a byte-order mark.</summary>
    public string Text { get; }

    /// <summary>The number of lines; an empty text has one.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Line and column (both from 1, columns in UTF-16 units) of an offset; offsets past the end give the end.</summary>
    public LinePosition PositionAt(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var index = _lineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The offset of a line and column, both from 1; clamped into the text.</summary>
    public int OffsetAt(int line, int column)
    {
        var index = Math.Clamp(line - 1, 0, _lineStarts.Length - 1);
        return Math.Clamp(_lineStarts[index] + Math.Max(column - 1, 0), 0, Text.Length);
    }

    /// <summary>The text of a line (from 1) without its line break.</summary>
    public string LineAt(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\n', '\r');
    }

    /// <summary>A span of this text.</summary>
    public SourceSpan Span(int start, int length) => new(this, new TextSpan(start, length));

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = text.AsSpan().IndexOfAny('\n', '\r'); i >= 0; i = NextBreak(text, i + 1))
        {
            if (text[i] == '\n' || i + 1 == text.Length || text[i + 1] != '\n')
            {
                starts.Add(i + 1);
            }
        }

        return starts.ToImmutable();
    }

    private static int NextBreak(string text, int from) =>
        text.AsSpan(from).IndexOfAny('\n', '\r') is var index && index < 0 ? -1 : from + index;
}
