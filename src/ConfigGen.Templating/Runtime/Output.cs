using System.Text;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>The text that is being written, indented where the code block that writes it is.</summary>
internal sealed class Output(Budget budget)
{
    private readonly StringBuilder _text = new();
    private bool _afterNewLine;

    /// <summary>What every line after the first one is indented by; null for not at all.</summary>
    public string? Indent { get; set; }

    public override string ToString() => _text.ToString();

    public void Write(string text, Span span)
    {
        if (text.Length == 0)
        {
            return;
        }

        budget.Fits(_text.Length + (long)text.Length, span);
        if (Indent is null)
        {
            _text.Append(text);
            _afterNewLine = false;
        }
        else
        {
            WriteLines(text, Indent, span);
        }
    }

    private void WriteLines(string text, string indent, Span span)
    {
        for (var start = 0; start < text.Length;)
        {
            if (_afterNewLine)
            {
                budget.Fits(_text.Length + (long)indent.Length + text.Length - start, span);
                _text.Append(indent);
            }

            var newLine = text.IndexOf('\n', start);
            var end = newLine < 0 ? text.Length : newLine + 1;
            _text.Append(text, start, end - start);
            _afterNewLine = newLine >= 0;
            start = end;
        }
    }
}
