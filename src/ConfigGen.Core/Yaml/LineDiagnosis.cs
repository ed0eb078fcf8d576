using System.Globalization;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>Keys, colons and indentation: what the line at the failure is, compared with the lines before it.</summary>
internal static class LineDiagnosis
{
    /// <summary>A finding about the line, or null.</summary>
    public static Diagnosis? Find(BrokenYaml broken)
    {
        if (broken.Says("invalid mapping") || broken.Says("Mapping values"))
        {
            return Colon(broken);
        }

        return broken.At == broken.ContentStart(broken.At) ? Misplaced(broken) : Fallback(broken, broken.At);
    }

    // The parser points at a ':' that cannot be one between key and value.
    private static Diagnosis Colon(BrokenYaml broken)
    {
        var start = broken.ContentStart(broken.At);
        var key = broken.Text[start..broken.At];
        if (FindColon(key) is >= 0 and var first)
        {
            var value = new TextSpan(start + first + 1, 0);
            value = broken.Rest(TextScan.SkipBlanks(broken.Text, value.Start, broken.Text.Length));
            return new Diagnosis(
                new TextSpan(broken.At, 1),
                "A second ': ' in one line: a value that holds one must be quoted.",
                $"write {key[..first]}: \"{broken.Show(value)}\", or start a new line");
        }

        var previous = broken.PreviousLine(broken.At);
        return previous >= 0 ? AfterLine(broken, previous) : Fallback(broken, broken.At);
    }

    private static Diagnosis AfterLine(BrokenYaml broken, int previous)
    {
        var place = broken.ContentStart(previous);
        var line = broken.Content(previous);
        if (MissingSpace(broken, place) is { } missing)
        {
            return missing;
        }

        if (FindColon(line + " ") < 0)
        {
            return MissingColon(broken, place);
        }

        var here = broken.ContentStart(broken.At);
        return new Diagnosis(
            broken.Rest(here),
            $"This line is indented deeper than line {broken.LineOf(previous)}, which has a value already.",
            $"indent it by {Spaces(broken.Indent(previous))}, or move the value of line {broken.LineOf(previous)} down");
    }

    private static Diagnosis Misplaced(BrokenYaml broken)
    {
        var at = broken.At;
        var line = broken.Content(at);
        if (BlockDiagnosis.Find(broken) is { } dedent)
        {
            return dedent;
        }

        if (line.StartsWith("- ", StringComparison.Ordinal) || line == "-")
        {
            return MisplacedItem(broken);
        }

        if (MissingSpace(broken, at) is { } missing)
        {
            return missing;
        }

        if (FindColon(line + " ") < 0)
        {
            return line.StartsWith('-') && line.Length > 1
                ? new Diagnosis(broken.Rest(at), $"A blank is missing after the '-' of '{broken.Show(broken.Rest(at))}'.", $"write \"- {line[1..]}\"")
                : MissingColon(broken, at);
        }

        return Levels(broken);
    }

    private static Diagnosis MisplacedItem(BrokenYaml broken)
    {
        var levels = OuterIndents(broken);
        var message = levels.Contains(broken.Indent(broken.At))
            ? "A list item stands among keys."
            : $"This list item is indented by {Spaces(broken.Indent(broken.At))}, which fits no list above it.";
        return new Diagnosis(broken.Rest(broken.At), message, "align it with the other items, below the key that holds the list");
    }

    private static Diagnosis Levels(BrokenYaml broken)
    {
        var indent = broken.Indent(broken.At);
        var levels = OuterIndents(broken);
        if (levels.Contains(indent))
        {
            return new Diagnosis(broken.Rest(broken.At), "A key stands among list items.", "start the line with '- ', or indent it as the list's parent");
        }

        return new Diagnosis(
            broken.Rest(broken.At),
            $"This line is indented by {Spaces(indent)}, which fits no line above it.",
            $"indent it by {string.Join(" or ", levels.Order().Select(Spaces))}");
    }

    private static List<int> OuterIndents(BrokenYaml broken)
    {
        var indents = new List<int>();
        for (var line = broken.PreviousLine(broken.At); line >= 0; line = broken.PreviousLine(line))
        {
            var indent = broken.Indent(line);
            if (indents.Count == 0 || indent < indents[^1])
            {
                indents.Add(indent);
            }

            if (indent == 0)
            {
                break;
            }
        }

        return indents;
    }

    private static Diagnosis? MissingSpace(BrokenYaml broken, int place)
    {
        var word = broken.Word(place);
        var colon = broken.Text.AsSpan(word.Start, word.Length).IndexOf(':');
        return colon <= 0 || colon + 1 >= word.Length || FindColon($"{broken.Text.AsSpan(place, broken.Rest(place).Length)} ") >= 0
            ? null
            : new Diagnosis(new TextSpan(place + colon, 1), "A blank is missing after this ':'.", $"write \"{broken.Show(new TextSpan(place, colon))}: {broken.Show(broken.Rest(place + colon + 1))}\"");
    }

    private static Diagnosis MissingColon(BrokenYaml broken, int place)
    {
        var rest = broken.Rest(place);
        return new Diagnosis(rest, $"A ':' is missing: '{broken.Show(rest)}' is neither a key with a value nor a list item.", "write \"key: value\"");
    }

    private static Diagnosis Fallback(BrokenYaml broken, int at) => new(
        broken.Rest(at),
        at >= broken.Text.Length ? "The YAML ends in the middle of something." : $"'{broken.Show(broken.Rest(at))}' cannot stand here.",
        "check indentation, quotes and brackets on this line and the one before it");

    // The first ": " outside quotes.
    private static int FindColon(string line)
    {
        var quote = '\0';
        for (var i = 0; i + 1 < line.Length; i++)
        {
            if (quote != '\0')
            {
                quote = line[i] == quote ? '\0' : quote;
            }
            else if (line[i] is '"' or '\'' && (i == 0 || line[i - 1] is ' ' or '\t'))
            {
                quote = line[i];
            }
            else if (line[i] == ':' && line[i + 1] is ' ' or '\t')
            {
                return i;
            }
        }

        return -1;
    }

    private static string Spaces(int count) => count switch
    {
        0 => "no space",
        1 => "1 space",
        _ => $"{count.ToString(CultureInfo.InvariantCulture)} spaces",
    };
}
