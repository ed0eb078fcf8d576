namespace ConfigGen.Templating.Syntax;

/// <summary>Whether the text of a template stands inside double quotes, or in a comment: a line that begins with a hash sign.</summary>
internal sealed class QuoteState
{
    private bool _isEscaped;
    private bool _isLineBegun;

    public bool IsOpen { get; private set; }

    public bool IsComment { get; private set; }

    public void Read(string text)
    {
        foreach (var c in text)
        {
            if (IsOpen)
            {
                IsOpen = _isEscaped || c != '"';
                _isEscaped = !_isEscaped && c == '\\';
            }
            else
            {
                ReadOutside(c);
            }
        }
    }

    /// <summary>A value follows: what comes behind it on the line does not begin a comment.</summary>
    public void ReadValue() => _isLineBegun = true;

    private void ReadOutside(char c)
    {
        if (c == '\n')
        {
            (IsComment, _isLineBegun) = (false, false);
            return;
        }

        IsComment |= c == '#' && !_isLineBegun;
        IsOpen = c == '"' && !IsComment;
        _isLineBegun |= !char.IsWhiteSpace(c);
    }
}
