namespace ConfigGen.Templating;

/// <summary>One thing that is wrong with a template or with rendering it.</summary>
/// <param name="Template">Name of the template that the position belongs to; an included one is named as it was included.</param>
/// <param name="Start">Offset of the first character concerned, from 0.</param>
/// <param name="Length">Number of characters concerned; may be 0 at the end of the text.</param>
/// <param name="Line">Line of <paramref name="Start"/>, from 1.</param>
/// <param name="Column">Column of <paramref name="Start"/>, in UTF-16 code units from 1.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record TemplateError(string Template, int Start, int Length, int Line, int Column, string Message)
{
    internal static TemplateError At(string template, string text, Syntax.Span span, string message)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        var before = text.AsSpan(0, start);
        var line = before.Count('\n') + 1;
        return new TemplateError(template, start, Math.Max(0, span.End - start), line, start - (before.LastIndexOf('\n') + 1) + 1, message);
    }
}
