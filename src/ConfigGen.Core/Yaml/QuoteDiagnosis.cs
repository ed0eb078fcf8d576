using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>Quotes that are not closed, escapes that do not exist, text after a closing quote.</summary>
internal static class QuoteDiagnosis
{
    /// <summary>A finding about quotes, or null when they are not the trouble.</summary>
    public static Diagnosis? Find(BrokenYaml broken)
    {
        if (broken.Says("escape") || broken.Says("hexadecimal") || broken.Says("Unicode"))
        {
            return Escape(broken, broken.At, broken.Failure.End);
        }

        if (broken.Failure.Words.Length == 0 && OversizedEscape(broken) is >= 0 and var slash)
        {
            return Escape(broken, slash, slash);
        }

        if (broken.Says("quoted scalar"))
        {
            return Unclosed(broken, broken.At);
        }

        return AfterQuote(broken);
    }

    private static Diagnosis Unclosed(BrokenYaml broken, int quote)
    {
        var which = broken.Text[quote] == '"' ? "double" : "single";
        return new Diagnosis(
            new TextSpan(quote, 1),
            $"The {which} quote that opens here is not closed.",
            $"end the value with {broken.Text[quote]}");
    }

    // \U with a number past the last character overflows inside the parser.
    private static int OversizedEscape(BrokenYaml broken)
    {
        var rest = broken.Rest(broken.At);
        var slash = broken.Text.AsSpan(rest.Start, rest.Length).IndexOf("\\U");
        return slash < 0 ? -1 : rest.Start + slash;
    }

    private static Diagnosis Escape(BrokenYaml broken, int from, int end)
    {
        end = Math.Clamp(end, from, broken.Text.Length - 1);
        var slash = Math.Max(broken.Text.LastIndexOf('\\', end, end - from + 1), from);
        var length = Math.Min(2, broken.Text.Length - slash);
        while (length is > 1 and < 10 && slash + length < broken.Text.Length && char.IsAsciiHexDigit(broken.Text[slash + length]))
        {
            length++;
        }

        var span = new TextSpan(slash, broken.Text[slash..(slash + length)] is [_, 'x' or 'u' or 'U', ..] ? length : Math.Min(length, 2));
        return new Diagnosis(
            span,
            $"'{broken.Show(span)}' is not an escape that double quotes know.",
            "write \\\\ for a backslash, or put the value in single quotes");
    }

    // 'it's' and "a" b: the parser stops at the text after the closing quote.
    private static Diagnosis? AfterQuote(BrokenYaml broken)
    {
        var (text, last) = (broken.Text, broken.LastStart);
        var isQuoted = broken.OpenFlow < 0 && last < broken.Reach && text[last] is '"' or '\'' && text[broken.Reach - 1] == text[last];
        if (!isQuoted || broken.At < broken.Reach || broken.LineOf(broken.At) != broken.LineOf(broken.Reach) || text.AsSpan(broken.At) is [] or [',' or ':' or ']' or '}', ..])
        {
            return null;
        }

        if (broken.LineOf(last) != broken.LineOf(broken.Reach))
        {
            return Unclosed(broken, last);
        }

        var help = text[last] == '\''
            ? "to put a single quote inside single quotes, write it twice: ''"
            : "to put a double quote inside double quotes, write \\\"";
        return new Diagnosis(broken.Rest(broken.At), $"Text after the closing quote: '{broken.Show(broken.Rest(broken.At))}'.", help);
    }
}
