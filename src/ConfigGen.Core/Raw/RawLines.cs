using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>Lines and their parts, and what is wrong with them in files of either kind.</summary>
internal static class RawLines
{
    /// <summary>As many as a spec may have.</summary>
    public const int MostSettings = 4000;

    private const int LongestShown = 60;

    private static readonly char[] Blanks = [' ', '\t', '\f', '\v'];

    /// <summary>A line (from 1) without the blanks around it.</summary>
    public static SourceSpan Trimmed(SourceText source, int line)
    {
        var text = source.LineAt(line);
        return Trimmed(source.Span(source.OffsetAt(line, 1), text.Length), 0, text.Length);
    }

    /// <summary>A part of a span without the blanks around it.</summary>
    public static SourceSpan Trimmed(SourceSpan span, int from, int to)
    {
        var part = span.Text[from..to];
        var start = part.Length - part.TrimStart(Blanks).Length;
        return span.Source.Span(span.Span.Start + from + start, part.Trim(Blanks).Length);
    }

    /// <summary>The words of a span, each with its place.</summary>
    public static List<WrittenField> Words(SourceSpan span)
    {
        var (words, text, from) = (new List<WrittenField>(), span.Text, 0);
        foreach (var word in text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries))
        {
            var at = text.IndexOf(word, from, StringComparison.Ordinal);
            words.Add(new WrittenField(word, span.Source.Span(span.Span.Start + at, word.Length), Quoted: false));
            from = at + word.Length;
        }

        return words;
    }

    /// <summary>Whether a trimmed line is a comment.</summary>
    public static bool IsComment(string line) => line is ['#' or ';', ..];

    /// <summary>Whether a trimmed line is a comment of a template engine, of which nothing is left.</summary>
    public static bool IsTemplateComment(string line) => line.StartsWith("{#", StringComparison.Ordinal);

    /// <summary>A value for a message, which an empty one has no words for.</summary>
    public static string Shown(SettingValue value) => value.Text.Length == 0 ? "no value" : Short(value.Text);

    /// <summary>A text for a message, not all of a long one.</summary>
    public static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    public static Finding? TooMany(IEnumerable<SourceSpan> assignments) => assignments.ElementAtOrDefault(MostSettings) is { } first
        ? Finding.Of(InputCodes.TooDeep, first, $"More than {MostSettings.ToString(CultureInfo.InvariantCulture)} assignments or ignore comments in one file: no kernel or unit needs that many, so none of them is judged.")
            .WithHelp("split the file by what the hosts do")
        : null;

    public static Finding Placeholder(SourceSpan span) =>
        Finding.Of(RawCodes.Placeholder, span, $"'{Short(span.Text)}' is a placeholder: what will stand there is not known, so this line is not judged.")
            .WithHelp("lint the file that is made of the template");

    public static Finding ControlCharacter(SourceSpan span) =>
        Finding.Of(InputCodes.ControlCharacter, span, "A control character stands in this line, so it is not judged: the loaders do not agree on where such a line ends.")
            .WithHelp("delete the character");
}
