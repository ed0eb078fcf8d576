using System.Text;
using ConfigGen.Core.Report.Explain;

namespace ConfigGen.Core.Report;

/// <summary>What a finding means and what to do about it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Markdown">The page as it is written.</param>
public sealed record CodePage(string Code, string Markdown) : IPage
{
    /// <summary>The first paragraph below "Why", without the marks of Markdown; null where there is none.</summary>
    public string? Why
    {
        get
        {
            var lines = Markdown.Split('\n').SkipWhile(line => line.TrimEnd() != "## Why").Skip(1).SkipWhile(string.IsNullOrWhiteSpace);
            var paragraph = PlainMarkdown.Inline(string.Join(' ', lines.TakeWhile(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Trim())));
            return paragraph.Length > 0 ? paragraph : null;
        }
    }

    /// <summary>The page without the marks of Markdown; code stays as it is, indented.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        var paragraph = new List<string>();
        var inCode = false;
        foreach (var line in Markdown.Split('\n').Select(l => l.TrimEnd()))
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            inCode ^= isFence;
            if (isFence || inCode || EndsParagraph(line))
            {
                Flush(text, paragraph);
            }

            if (!isFence)
            {
                Append(text, paragraph, line, inCode);
            }
        }

        Flush(text, paragraph);
        return text.ToString().Trim('\n') + "\n";
    }

    /// <summary>The code and the page in Markdown.</summary>
    public string ToJson() => PageJson.Write("code", json =>
    {
        json.WriteString("code", Code);
        json.WriteString("page", Markdown);
    });

    private static bool EndsParagraph(string line) => line.Length == 0 || line[0] is '#' or '|' or '-' or '*' or '>';

    private static void Append(StringBuilder text, List<string> paragraph, string line, bool inCode)
    {
        if (inCode)
        {
            text.Append(line.Length > 0 ? "    " : "").Append(line).Append('\n');
        }
        else if (line.StartsWith('#'))
        {
            var title = PlainMarkdown.Inline(line.TrimStart('#').Trim());
            text.Append(title).Append('\n').Append(line.StartsWith("# ", StringComparison.Ordinal) ? '=' : '-', title.Length).Append('\n');
        }
        else if (line.StartsWith('|'))
        {
            text.Append(PlainMarkdown.Inline(line)).Append('\n');
        }
        else if (line.Length == 0)
        {
            text.Append('\n');
        }
        else
        {
            paragraph.Add(line);
        }
    }

    private static void Flush(StringBuilder text, List<string> paragraph)
    {
        if (paragraph.Count > 0)
        {
            var isItem = paragraph[0][0] is '-' or '*' && paragraph[0].Length > 1 && paragraph[0][1] == ' ';
            text.Append(Wrap.Lines(PlainMarkdown.Inline(string.Join(' ', paragraph.Select(l => l.Trim()))), "", isItem ? 2 : 0));
            paragraph.Clear();
        }
    }
}
