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
            $"indent it by {Spaces(broken.KeyColumn(previous))}, or move the value of line {broken.LineOf(previous)} down");
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
            return line is ['-', _, ..] ? MissingBlank(broken, at) : MissingColon(broken, at);
        }

        return Levels(broken);
    }

    private static Diagnosis MisplacedItem(BrokenYaml broken)
    {
        if (broken.PreviousLine(broken.At) is >= 0 and var previous && broken.Content(previous) is ['-', not (' ' or '-'), ..])
        {
            return MissingBlank(broken, broken.ContentStart(previous));
        }

        var message = OuterLines(broken).Exists(line => broken.Indent(line) == broken.Indent(broken.At))
            ? "A list item stands among keys."
            : $"This list item is indented by {Spaces(broken.Indent(broken.At))}, which fits no list above it.";
        return new Diagnosis(broken.Rest(broken.At), message, "align it with the other items, below the key that holds the list");
    }

    private static Diagnosis Levels(BrokenYaml broken)
    {
        var indent = broken.Indent(broken.At);
        if (Peer(broken) is { } item)
        {
            return new Diagnosis(
                broken.Rest(broken.At),
                "A key stands among list items.",
                $"indent it by {Spaces(broken.KeyColumn(item))} to add it to the item above, or start it with '- '");
        }

        var levels = OuterLines(broken).Select(broken.KeyColumn).Where(n => n != indent).Distinct();
        return new Diagnosis(
            broken.Rest(broken.At),
            $"This line is indented by {Spaces(indent)}, which fits no line above it.",
            $"indent it by {string.Join(" or ", levels.Order().Select(Spaces))}");
    }

    // The list item above that starts where this line does.
    private static int? Peer(BrokenYaml broken)
    {
        var indent = broken.Indent(broken.At);
        foreach (var line in OuterLines(broken))
        {
            if (broken.Indent(line) == indent && broken.KeyColumn(line) > indent)
            {
                return line;
            }
        }

        return null;
    }

    // The lines above that each stand further left than those between: the line before, its parent, and so on.
    private static List<int> OuterLines(BrokenYaml broken)
    {
        var lines = new List<int>();
        var indent = int.MaxValue;
        for (var line = broken.PreviousLine(broken.At); line >= 0 && indent > 0; line = broken.PreviousLine(line))
        {
            if (broken.Indent(line) < indent)
            {
                indent = broken.Indent(line);
                lines.Add(line);
            }
        }

        return lines;
    }

    private static Diagnosis? MissingSpace(BrokenYaml broken, int place)
    {
        var word = broken.Word(place);
        var colon = broken.Text.AsSpan(word.Start, word.Length).IndexOf(':');
        return colon <= 0 || colon + 1 >= word.Length || FindColon($"{broken.Text.AsSpan(place, broken.Rest(place).Length)} ") >= 0
            ? null
            : new Diagnosis(new TextSpan(place + colon, 1), "A blank is missing after this ':'.", $"write \"{broken.Show(new TextSpan(place, colon))}: {broken.Show(broken.Rest(place + colon + 1))}\"");
    }

    private static Diagnosis MissingBlank(BrokenYaml broken, int place)
    {
        var rest = broken.Rest(place);
        return new Diagnosis(rest, $"A blank is missing after the '-' of '{broken.Show(rest)}'.", $"write \"- {broken.Show(rest)[1..]}\"");
    }

    private static Diagnosis MissingColon(BrokenYaml broken, int place)
    {
        var rest = broken.Rest(place);
        var line = broken.Show(rest);
        if (line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith("=======", StringComparison.Ordinal) || line.StartsWith(">>>>>>>", StringComparison.Ordinal))
        {
            return new Diagnosis(rest, "A merge conflict is not resolved here.", "keep one side and remove the marker lines");
        }

        var sign = line.IndexOf('=', StringComparison.Ordinal);
        var help = sign > 0 ? $"write \"{line[..sign].Trim()}: {line[(sign + 1)..].Trim()}\": a spec has ':' where other files have '='" : "write \"key: value\"";
        return new Diagnosis(rest, $"A ':' is missing: '{line}' is neither a key with a value nor a list item.", help);
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
