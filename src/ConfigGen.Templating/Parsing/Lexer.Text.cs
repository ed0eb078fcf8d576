using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>Text and escape blocks, and the white space around code that `-` and `~` remove.</summary>
internal sealed partial class Lexer
{
    /// <summary>Reads one run of text and the code or escape block behind it; returns how the text after that is stripped.</summary>
    private char LexText(char strip)
    {
        StripAfter(strip);
        var start = _at;
        while (_at < source.Length && !At('{', '{') && EscapeWidth() == 0)
        {
            var brace = source.IndexOf('{', _at + 1);
            _at = brace < 0 ? source.Length : brace;
        }

        var end = _at;
        if (_at >= source.Length)
        {
            AddText(start, end);
            return '\0';
        }

        return At('{', '{') ? EnterCode(start, end) : LexEscape(start, end);
    }

    private char EnterCode(int textStart, int textEnd)
    {
        var start = _at;
        _at += 2;
        var strip = Current is '-' or '~' ? Current : '\0';
        AddText(textStart, StripBefore(textStart, textEnd, strip));
        _at = start + (strip == '\0' ? 2 : 3);
        Add(TokenKind.CodeEnter, start, strip == '\0' ? Indent(textStart, start) : null);
        var after = LexCode();
        if (!_failed && _tokens[^1].Kind != TokenKind.CodeExit)
        {
            Fail(source.Length, "The code block is not closed: expecting `}}`.");
        }

        return after;
    }

    /// <summary>The number of percent signs of an escape block that begins here, or 0.</summary>
    private int EscapeWidth()
    {
        if (Current != '{' || Peek(1) != '%')
        {
            return 0;
        }

        var width = 1;
        while (Peek(width + 1) == '%')
        {
            width++;
        }

        return Peek(width + 1) == '{' ? width : 0;
    }

    private char LexEscape(int textStart, int textEnd)
    {
        var start = _at;
        var width = EscapeWidth();
        _at += width + 2;
        var strip = Current is '-' or '~' ? Current : '\0';
        AddText(textStart, StripBefore(textStart, textEnd, strip));
        _at = start + width + 2 + (strip == '\0' ? 0 : 1);
        var close = source.IndexOf("}" + new string('%', width) + "}", _at, StringComparison.Ordinal);
        if (close < 0)
        {
            Fail(start, "The escape block is not closed.");
            return '\0';
        }

        var after = close > _at && source[close - 1] is '-' or '~' ? source[close - 1] : '\0';
        AddText(_at, after == '\0' ? close : close - 1);
        _at = close + width + 2;
        return after;
    }

    private void AddText(int start, int end)
    {
        if (end > start)
        {
            _tokens.Add(new Token(TokenKind.Text, new Span(start, end), source[start..end]));
        }
    }

    private int StripBefore(int start, int end, char strip)
    {
        while (strip != '\0' && end > start && char.IsWhiteSpace(source[end - 1]) && (strip == '-' || source[end - 1] != '\n'))
        {
            end--;
        }

        return end;
    }

    private void StripAfter(char strip)
    {
        while (strip != '\0' && _at < source.Length && char.IsWhiteSpace(source[_at]))
        {
            if (source[_at++] == '\n' && strip == '~')
            {
                return;
            }
        }
    }

    /// <summary>The blanks in front of a code block that is the first thing on its line.</summary>
    private string? Indent(int textStart, int enter)
    {
        var start = enter;
        while (start > textStart && source[start - 1] is ' ' or '\t')
        {
            start--;
        }

        var atLineStart = start == 0 || source[start - 1] == '\n';
        return atLineStart && start < enter ? source[start..enter] : null;
    }
}
