using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>Characters that cannot stand where they are: reserved ones, anchors without name, headers of block scalars, tags, markers.</summary>
internal static class TokenDiagnosis
{
    /// <summary>A finding about the token at the place of the failure, or null.</summary>
    public static Diagnosis? Find(BrokenYaml broken)
    {
        if (broken.At >= broken.Text.Length)
        {
            return null;
        }

        var at = broken.Text[broken.At];
        return broken.Says("start any token") || (at == ',' && broken.Says("node content")) ? Reserved(broken)
            : broken.Says("anchor or alias") ? Nameless(broken, at)
            : broken.Says("block scalar") ? Header(broken)
            : broken.Says("tag") ? Tag(broken)
            : broken.Says("Block sequence entries") ? ItemOnKeyLine(broken)
            : broken.Says("directive") ? Reserved(broken)
            : Marker(broken);
    }

    private static Diagnosis Reserved(BrokenYaml broken)
    {
        var span = broken.Rest(broken.At);
        var help = span.Length is > 0 and <= 60 && !broken.Show(span).Contains('"', StringComparison.Ordinal) ? $"quote it: \"{broken.Show(span)}\"" : "quote the value";
        return new Diagnosis(span, $"A value without quotes cannot start with '{broken.Text[broken.At]}'.", help);
    }

    private static Diagnosis Nameless(BrokenYaml broken, char at) => new(
        broken.Word(broken.At),
        $"'{at}' starts {(at == '*' ? "an alias" : "an anchor")} and needs a name after it.",
        "quote the value to keep the text");

    private static Diagnosis Header(BrokenYaml broken)
    {
        if (broken.Says("spaces"))
        {
            return new Diagnosis(
                broken.Rest(broken.At),
                "The blank lines that start this block of text are indented deeper than its first line.",
                "remove the spaces from the blank lines");
        }

        var span = broken.Rest(broken.At);
        return new Diagnosis(
            span,
            $"After '{broken.Text[broken.At]}' the line may hold only a '-' or '+' and a digit: '{broken.Show(span)}'.",
            "start the text on the next line, indented; or quote the value");
    }

    private static Diagnosis Tag(BrokenYaml broken)
    {
        var span = broken.Word(broken.At);
        return new Diagnosis(span, $"The tag '{broken.Show(span)}' is not used in this format.", "remove the tag; to keep the text, quote it")
        {
            Code = InputCodes.Unsupported,
        };
    }

    private static Diagnosis ItemOnKeyLine(BrokenYaml broken) => new(
        broken.Rest(broken.At),
        "A list item cannot start on the line of its key.",
        "put it on the next line, indented; or quote a value that starts with '-'");

    private static Diagnosis? Marker(BrokenYaml broken)
    {
        var line = broken.Content(broken.At);
        if (line.StartsWith("...", StringComparison.Ordinal))
        {
            return new Diagnosis(broken.Rest(broken.ContentStart(broken.At)), "'...' ends a document, and there is none to end here.", "remove the line");
        }

        return line.StartsWith("--- ", StringComparison.Ordinal) && broken.Text[broken.At] == ':'
            ? new Diagnosis(broken.Rest(broken.ContentStart(broken.At)), "A mapping cannot start on the line of '---'.", "start it on the next line")
            : MultiLineKey(broken);
    }

    private static Diagnosis? MultiLineKey(BrokenYaml broken) =>
        broken.Text[broken.At] == ':' && broken.At == broken.Reach && broken.LineOf(broken.LastStart) != broken.LineOf(broken.At)
            ? new Diagnosis(new TextSpan(broken.LastStart, broken.Reach - broken.LastStart), "A key must be on one line.", "write it on one line, without line breaks")
            : null;
}
