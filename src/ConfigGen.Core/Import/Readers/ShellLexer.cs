using System.Text;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Splits a shell script into words, ends of commands and here-documents: as much of sh(1) as scripts that write settings use.</summary>
/// <remarks>Any text is fine. A quote that does not end is a letter: prose has apostrophes.</remarks>
internal sealed class ShellLexer
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly List<ShellToken> _tokens = [];
    private readonly List<(string End, bool IsQuoted, bool IsIndented, int At)> _pending = [];
    private int _at;

    private ShellLexer(SourceText source) => (_source, _text) = (source, source.Text);

    /// <summary>All parts, in order.</summary>
    public static List<ShellToken> Read(SourceText source)
    {
        var lexer = new ShellLexer(source);
        while (lexer._at < lexer._text.Length)
        {
            lexer.Next();
        }

        lexer.EndOfLine();
        return lexer._tokens;
    }

    private char Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void Next()
    {
        switch (Peek())
        {
            case ' ' or '\t' or '\r':
                _at++;
                break;
            case '\\' when Peek(1) is '\n' or '\r':
                _at += Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2;
                break;
            case '\n':
                _at++;
                EndOfLine();
                break;
            case '#':
                _at = _text.IndexOf('\n', _at) is >= 0 and var end ? end : _text.Length;
                break;
            case ';' or '&' or '|' or '<' or '>' or '(' or ')':
                Operator();
                break;
            default:
                Word();
                break;
        }
    }

    private void Operator()
    {
        var rest = _text.AsSpan(_at);
        if (rest.StartsWith("<<<") || !rest.StartsWith("<<"))
        {
            var length = rest.StartsWith("<<<") ? 3 : rest.StartsWith("&&") || rest.StartsWith("||") || rest.StartsWith(";;") || rest.StartsWith(">>") || rest.StartsWith("&>") || rest.StartsWith(">&") || rest.StartsWith("<&") ? 2 : 1;
            var text = rest[..length].ToString();
            Add(text is ">" or ">>" ? ShellKind.Output : text == "|" ? ShellKind.Pipe : text is ";" or "&&" or "||" or "&" or ";;" or "(" or ")" ? ShellKind.End : ShellKind.Other, text, _at, length);
            _at += length;
            return;
        }

        HereDocumentStart();
    }

    private void HereDocumentStart()
    {
        var start = _at;
        _at += 2;
        var isIndented = Peek() == '-';
        _at += isIndented ? 1 : 0;
        while (Peek() is ' ' or '\t')
        {
            _at++;
        }

        var from = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(Peek()) && Peek() is not (';' or '&' or '|' or '>' or '<' or ')'))
        {
            _at++;
        }

        var word = _text[from.._at];
        var end = word.Trim('"', '\'').Replace("\\", "", StringComparison.Ordinal);
        if (end.Length > 0)
        {
            _pending.Add((end, end != word, isIndented, start));
        }
    }

    private void EndOfLine()
    {
        foreach (var (end, isQuoted, isIndented, start) in _pending)
        {
            Body(end, isQuoted, isIndented, start);
        }

        _pending.Clear();
        Add(ShellKind.End, "\n", Math.Max(0, Math.Min(_at, _text.Length) - 1), 0);
    }

    private void Body(string end, bool isQuoted, bool isIndented, int start)
    {
        var from = _at;
        int? similar = null;
        while (_at < _text.Length)
        {
            var lineEnd = _text.IndexOf('\n', _at) is >= 0 and var found ? found : _text.Length;
            var line = _text[_at..lineEnd].TrimEnd('\r');
            if ((isIndented ? line.TrimStart('\t') : line) == end)
            {
                AddBody(end, isQuoted, isIndented, from, _at, start, isOpen: false);
                _at = Math.Min(lineEnd + 1, _text.Length);
                return;
            }

            // "EOF # done", "  EOF": meant as the end, and not taken for it.
            similar ??= line.Trim() == end || line.TrimStart().StartsWith(end + " ", StringComparison.Ordinal) ? _at : null;
            _at = Math.Min(lineEnd + 1, _text.Length);
        }

        AddBody(end, isQuoted, isIndented, from, similar ?? _text.Length, start, isOpen: true);
        _at = similar is { } seen ? (_text.IndexOf('\n', seen) is >= 0 and var next ? next + 1 : _text.Length) : _text.Length;
    }

    private void AddBody(string end, bool isQuoted, bool isIndented, int from, int to, int start, bool isOpen)
    {
        // A body without any line has its place at the start.
        var span = to > from ? _source.Span(from, to - from) : _source.Span(start, 2);
        _tokens.Add(new ShellToken(ShellKind.HereDocument, to > from ? end : "", span) { IsFilledIn = !isQuoted, IsIndented = isIndented, IsOpen = isOpen });
    }

    private void Word()
    {
        var (start, text, isFilledIn) = (_at, new StringBuilder(), false);
        while (_at < _text.Length && !char.IsWhiteSpace(Peek()) && Peek() is not (';' or '&' or '|' or '<' or '>' or '(' or ')'))
        {
            var c = Peek();
            if (c is '\'' or '"' && Quoted(c, text, ref isFilledIn))
            {
                continue;
            }

            isFilledIn |= c is '$' or '`';
            if (c == '\\' && _at + 1 < _text.Length)
            {
                _at++;
                c = Peek();
            }

            text.Append(c);
            _at++;
        }

        Add(ShellKind.Word, text.ToString(), start, _at - start, isFilledIn);
    }

    private bool Quoted(char quote, StringBuilder text, ref bool isFilledIn)
    {
        var at = _at + 1;
        var part = new StringBuilder();
        var filled = false;
        for (; at < _text.Length && _text[at] != quote; at++)
        {
            if (quote == '"' && _text[at] == '\\' && at + 1 < _text.Length && _text[at + 1] is '"' or '\\' or '$' or '`')
            {
                at++;
            }
            else
            {
                filled |= quote == '"' && _text[at] is '$' or '`';
            }

            part.Append(_text[at]);
        }

        if (at >= _text.Length)
        {
            return false;
        }

        text.Append(part);
        isFilledIn |= filled;
        _at = at + 1;
        return true;
    }

    private void Add(ShellKind kind, string text, int start, int length, bool isFilledIn = false) =>
        _tokens.Add(new ShellToken(kind, text, _source.Span(start, length)) { IsFilledIn = isFilledIn });
}
