using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>What is known when the parser gave up.</summary>
/// <param name="Text">The text that was parsed.</param>
/// <param name="Failure">The parser's own account.</param>
/// <param name="Reach">The offset up to which nodes were read.</param>
/// <param name="LastStart">Where the last scalar that was read starts.</param>
/// <param name="OpenFlow">The innermost bracket still open, or -1.</param>
internal sealed record BrokenYaml(SourceText Source, string Text, ParserFailure Failure, int Reach, int LastStart, int OpenFlow)
{
    /// <summary>The offset that the parser points at, or what follows the last good node when it points nowhere.</summary>
    public int At { get; } = Failure.End > 0
        ? Math.Clamp(Failure.Start, 0, Text.Length)
        : TextScan.SkipBlanks(Text, Reach, Text.Length);

    /// <summary>True when the parser's words contain <paramref name="words"/>.</summary>
    public bool Says(string words) => Failure.Words.Contains(words, StringComparison.Ordinal);

    /// <summary>The line (from 1) of an offset.</summary>
    public int LineOf(int offset) => Source.PositionAt(offset).Line;

    /// <summary>The text of the line of an offset, without indentation, trailing blanks and line break.</summary>
    public string Content(int offset) => Text[LineStart(offset)..TextScan.LineEnd(Text, offset)].Trim(' ', '\t');

    /// <summary>The offset at which the line of an offset starts.</summary>
    public int LineStart(int offset) => TextScan.LineStart(Text, offset);

    /// <summary>How many blanks and tabs the line of an offset starts with.</summary>
    public int Indent(int offset)
    {
        var start = LineStart(offset);
        var end = start;
        while (end < Text.Length && Text[end] is ' ' or '\t')
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The column (from 0) at which the keys of a line start: after its indentation and the dashes of list items.</summary>
    public int KeyColumn(int offset)
    {
        var start = LineStart(offset);
        var end = ContentStart(offset);
        while (end + 1 < Text.Length && Text[end] == '-' && Text[end + 1] == ' ')
        {
            end = TextScan.SkipBlanks(Text, end + 1, TextScan.LineEnd(Text, end));
        }

        return end - start;
    }

    /// <summary>The offset of the first character of the line of an offset that is no blank.</summary>
    public int ContentStart(int offset) => LineStart(offset) + Indent(offset);

    /// <summary>The start of the last line before that of an offset which holds more than a comment; -1 when there is none.</summary>
    public int PreviousLine(int offset)
    {
        for (var start = LineStart(offset); start > 0;)
        {
            start = LineStart(start - 1);
            var content = ContentStart(start);
            if (content < Text.Length && Text[content] is not ('#' or '\n' or '\r'))
            {
                return start;
            }
        }

        return -1;
    }

    /// <summary>The word at an offset: up to the next white character or the end.</summary>
    public TextSpan Word(int offset)
    {
        var end = offset;
        while (end < Text.Length && !TextScan.IsWhite(Text[end]))
        {
            end++;
        }

        return new TextSpan(offset, end - offset);
    }

    /// <summary>The rest of the line from an offset, without trailing blanks.</summary>
    public TextSpan Rest(int offset) => new(offset, Text.AsSpan(offset).TrimToLine());

    /// <summary>What a message may quote of a span.</summary>
    public string Show(TextSpan span)
    {
        var shown = Text.Substring(span.Start, Math.Min(span.Length, 61));
        return shown.Length <= 60 ? shown : string.Concat(shown.AsSpan(0, 57), "...");
    }
}
