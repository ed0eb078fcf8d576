using System.Buffers;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>Lists and mappings in brackets: not closed, not indented, a comma missing or too many.</summary>
internal static class FlowDiagnosis
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n,[]{}");

    /// <summary>A finding about brackets, or null when they are not the trouble.</summary>
    public static Diagnosis? Find(BrokenYaml broken)
    {
        var open = broken.OpenFlow >= 0 ? broken.OpenFlow : Unread(broken);
        if (open < 0)
        {
            return AfterBracket(broken);
        }

        var close = FlowScan.FindClose(broken.Text, open);
        return Mismatch(broken, open) ?? (close < 0 ? Unclosed(broken, open)
            : broken.Failure.Words.Length == 0 ? NotIndented(broken, open, close)
            : broken.Says("expected ','") ? MissingComma(broken)
            : broken.Says("node content") ? ExtraComma(broken)
            : null);
    }

    // The scanner runs ahead of the nodes: it may give up inside a bracket that no node has been made of yet.
    private static int Unread(BrokenYaml broken)
    {
        if (broken.Failure.Words.Length > 0)
        {
            return -1;
        }

        var rest = broken.Rest(broken.At);
        var bracket = broken.Text.AsSpan(rest.Start, rest.Length).IndexOfAny('[', '{');
        return bracket < 0 ? -1 : rest.Start + bracket;
    }

    private static Diagnosis? Mismatch(BrokenYaml broken, int open)
    {
        var (opener, wrong) = broken.Text[open] == '[' ? ('[', '}') : ('{', ']');
        return broken.Failure.Words.Length > 0 && broken.At < broken.Text.Length && broken.Text[broken.At] == wrong
            ? new Diagnosis(new TextSpan(broken.At, 1), $"This '{wrong}' does not match the '{opener}' on line {broken.LineOf(open)}.", "close brackets in the order they were opened")
            : null;
    }

    private static Diagnosis Unclosed(BrokenYaml broken, int open)
    {
        var (opener, closer, what) = broken.Text[open] == '[' ? ('[', ']', "list") : ('{', '}', "mapping");
        return new Diagnosis(
            new TextSpan(open, 1),
            $"The '{opener}' that opens this {what} is not closed.",
            $"end the {what} with '{closer}'");
    }

    private static Diagnosis? NotIndented(BrokenYaml broken, int open, int close)
    {
        var outer = broken.Indent(open);
        for (var line = TextScan.LineEnd(broken.Text, open) + 1; line < close; line = TextScan.LineEnd(broken.Text, line) + 1)
        {
            if (broken.Indent(line) <= outer && broken.Content(line).Length > 0)
            {
                return new Diagnosis(
                    broken.Rest(broken.ContentStart(line)),
                    $"A line inside brackets must be indented deeper than line {broken.LineOf(open)}, where the bracket opens.",
                    $"indent it by {outer + 2} spaces");
            }
        }

        return null;
    }

    private static Diagnosis? MissingComma(BrokenYaml broken)
    {
        if (broken.At >= broken.Text.Length)
        {
            return null;
        }

        // {a: 1 b: 2} reads as the value "1 b" up to a ':' that comes as a surprise.
        var span = broken.Text[broken.At] == ':' ? WordBefore(broken) : broken.Word(broken.At);
        span = span.Length > 1 && broken.Text[span.End - 1] == ':' ? span with { Length = span.Length - 1 } : span;
        return new Diagnosis(span, $"A comma is missing before '{broken.Show(span)}'.", "separate the entries with ', '");
    }

    private static TextSpan WordBefore(BrokenYaml broken)
    {
        var start = broken.Text.AsSpan(0, broken.At).LastIndexOfAny(WordEnds) + 1;
        return start < broken.At ? new TextSpan(start, broken.At - start) : broken.Word(broken.At);
    }

    private static Diagnosis? ExtraComma(BrokenYaml broken) =>
        broken.At < broken.Text.Length && broken.Text[broken.At] == ','
            ? new Diagnosis(new TextSpan(broken.At, 1), "A value is missing before this comma.", "remove the comma, or write the value")
            : null;

    private static Diagnosis? AfterBracket(BrokenYaml broken)
    {
        var text = broken.Text;
        if (broken.At >= text.Length)
        {
            return null;
        }

        if (text[broken.At] is ']' or '}')
        {
            return new Diagnosis(new TextSpan(broken.At, 1), $"This '{text[broken.At]}' closes nothing.", "remove it, or quote the value it belongs to");
        }

        var ends = broken.Reach > 0 && broken.At >= broken.Reach && text[broken.Reach - 1] is ']' or '}';
        if (!ends || broken.LineOf(broken.At) != broken.LineOf(broken.Reach))
        {
            return null;
        }

        var rest = broken.Rest(broken.At);
        return new Diagnosis(rest, $"Text after the closing '{text[broken.Reach - 1]}': '{broken.Show(rest)}'.", "remove it, or quote the whole value");
    }
}
