namespace ConfigGen.Templating.Syntax;

internal enum TokenKind
{
    EndOfFile,
    Text,
    CodeEnter,
    CodeExit,
    NewLine,
    Semicolon,
    Identifier,
    Local,
    Integer,
    Real,
    String,
    InterpolationStart,
    InterpolationText,
    InterpolationEnd,
    Operator,
    Invalid,
}

/// <summary>One token. <paramref name="Text"/> is the decoded value: the text of a block, the name, the operator, the string without its quotes,
/// the indentation in front of a code enter (null where the block does not indent), or the message of an invalid token.</summary>
internal sealed record Token(TokenKind Kind, Span Span, string? Text, bool SpaceBefore = false)
{
    public bool Is(string op) => Kind == TokenKind.Operator && Text == op;

    public bool IsWord(string name) => Kind == TokenKind.Identifier && Text == name;
}
