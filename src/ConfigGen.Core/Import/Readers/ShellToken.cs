using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import.Readers;

/// <summary>What a part of a shell script is.</summary>
internal enum ShellKind
{
    /// <summary>A word, quotes resolved.</summary>
    Word,

    /// <summary>; &amp;&amp; || &amp; or the end of a line: the next command begins.</summary>
    End,

    /// <summary>|</summary>
    Pipe,

    /// <summary>&gt; or &gt;&gt;, with or without a number before it; the next word is the file.</summary>
    Output,

    /// <summary>&lt; or another redirection; the next word belongs to it.</summary>
    Other,

    /// <summary>A here-document; its span is the body.</summary>
    HereDocument,
}

/// <summary>A part of a shell script.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A word with its quotes and escapes resolved; the end word of a here-document.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ShellToken(ShellKind Kind, string Text, SourceSpan Span)
{
    /// <summary>Whether the shell would fill something in.</summary>
    public bool IsFilledIn { get; init; }

    /// <summary>A here-document whose end line is missing.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Tabs at the start of lines do not count.</summary>
    public bool IsIndented { get; init; }
}
