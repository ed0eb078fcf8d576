using System.Globalization;
using System.Text;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>Quoted, verbatim and interpolated strings.</summary>
internal sealed partial class Lexer
{
    private void LexString(bool space)
    {
        var start = _at;
        var quote = source[_at++];
        var text = new StringBuilder();
        while (_at < source.Length)
        {
            if (Current == quote && quote == '`' && Peek(1) == '`')
            {
                text.Append('`');
                _at += 2;
            }
            else if (Current == quote)
            {
                _at++;
                Add(TokenKind.String, start, text.ToString(), space);
                return;
            }
            else if (!ReadCharacter(text, quote != '`'))
            {
                return;
            }
        }

        Fail(start, $"Unexpected end of file while parsing a string not terminated by a {quote}");
    }

    private bool ReadCharacter(StringBuilder text, bool escapes)
    {
        if (Current == '\\' && escapes)
        {
            return ReadEscape(text);
        }

        text.Append(source[_at++]);
        return true;
    }

    private bool ReadEscape(StringBuilder text)
    {
        var start = _at++;
        var c = Current;
        _at++;
        if (c is 'u' or 'x')
        {
            return ReadCode(text, start, c == 'u' ? 4 : 2);
        }

        var decoded = "'\"\\nrtbf".IndexOf(c, StringComparison.Ordinal);
        if (decoded < 0 || c == '\0')
        {
            Fail(start, $"Unexpected escape `\\{c}` in a string. Only \\' \\\" \\\\ \\n \\r \\t \\b \\f \\uXXXX and \\xXX are allowed.");
            return false;
        }

        text.Append("'\"\\\n\r\t\b\f"[decoded]);
        return true;
    }

    private bool ReadCode(StringBuilder text, int start, int digits)
    {
        if (_at + digits > source.Length
            || !int.TryParse(source.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            Fail(start, $"Expecting {digits} hexadecimal digits after `{source[start..Math.Min(start + 2, source.Length)]}`.");
            return false;
        }

        text.Append((char)code);
        _at += digits;
        return true;
    }

    private void LexInterpolationStart(bool space)
    {
        var start = _at;
        var quote = Peek(1);
        _at += 2;
        Add(TokenKind.InterpolationStart, start, null, space);
        LexInterpolationText(quote, start);
    }

    /// <summary>Reads the text of an interpolated string up to its end or the next opening brace.</summary>
    private void LexInterpolationText(char quote, int stringStart)
    {
        var start = _at;
        var text = new StringBuilder();
        while (_at < source.Length)
        {
            if (Current == quote || Current == '{')
            {
                EndInterpolationText(text, start, quote);
                return;
            }

            if (At('\\', '{'))
            {
                text.Append('{');
                _at += 2;
            }
            else if (!ReadCharacter(text, escapes: true))
            {
                return;
            }
        }

        Fail(stringStart, $"Unexpected end of file while parsing a string not terminated by a {quote}");
    }

    private void EndInterpolationText(StringBuilder text, int start, char quote)
    {
        Add(TokenKind.InterpolationText, start, text.ToString());
        var end = _at++;
        if (source[end] == quote)
        {
            Add(TokenKind.InterpolationEnd, end, null);
        }
        else
        {
            _interpolations.Push(new Interpolation(quote, _braces));
        }
    }
}
