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
        if (broken.OpenFlow < 0)
        {
            return AfterBracket(broken);
        }

        var close = FlowScan.FindClose(broken.Text, broken.OpenFlow);
        if (close < 0)
        {
            return Unclosed(broken);
        }

        return broken.Failure.Words.Length == 0 ? NotIndented(broken, close)
            : broken.Says("expected ','") ? MissingComma(broken)
            : broken.Says("node content") ? ExtraComma(broken)
            : null;
    }

    private static Diagnosis Unclosed(BrokenYaml broken)
    {
        var (opener, closer, what) = broken.Text[broken.OpenFlow] == '[' ? ('[', ']', "list") : ('{', '}', "mapping");
        return new Diagnosis(
            new TextSpan(broken.OpenFlow, 1),
            $"The '{opener}' that opens this {what} is not closed.",
            $"end the {what} with '{closer}'");
    }

    private static Diagnosis? NotIndented(BrokenYaml broken, int close)
    {
        var outer = broken.Indent(broken.OpenFlow);
        for (var line = TextScan.LineEnd(broken.Text, broken.OpenFlow) + 1; line < close; line = TextScan.LineEnd(broken.Text, line) + 1)
        {
            if (broken.Indent(line) <= outer && broken.Content(line).Length > 0)
            {
                return new Diagnosis(
                    broken.Rest(broken.ContentStart(line)),
                    $"A line inside brackets must be indented deeper than line {broken.LineOf(broken.OpenFlow)}, where the bracket opens.",
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
