namespace ConfigGen.Core.Text;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset after the last character.</summary>
    public int End => Start + Length;
}

/// <summary>A place for people: line and column, both from 1.</summary>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>A stretch of one input file.</summary>
public sealed record SourceSpan(SourceText Source, TextSpan Span)
{
    /// <summary>Where the span starts.</summary>
    public LinePosition Start => Source.PositionAt(Span.Start);

    /// <summary>Where the span ends (exclusive).</summary>
    public LinePosition End => Source.PositionAt(Span.End);

    /// <summary>The text in the span.</summary>
    public string Text => Source.Text.Substring(Span.Start, Math.Min(Span.Length, Source.Text.Length - Span.Start));

    /// <summary>file:line:column, as editors and terminals link it.</summary>
    public override string ToString() => $"{Source.Path}:{Start.Line}:{Start.Column}";
}
