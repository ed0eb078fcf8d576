using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Lines of a sysctl file that stand inside of another file: a script, YAML, a data URL.</summary>
internal static class EmbeddedLines
{
    /// <summary>The assignments of a text that stands in a script or in YAML, each found again in its source.</summary>
    /// <param name="draft">Where it goes.</param>
    /// <param name="text">The text as it is written to the file.</param>
    /// <param name="place">Where it stands.</param>
    /// <returns>The settings.</returns>
    public static IEnumerable<ImportedSetting> Read(ImportDraft draft, string text, SourceSpan place)
    {
        var (inner, result, from) = (new SourceText(place.Source.Path, text), new ImportDraft(), 0);
        var comments = SysctlFiles.Comments(inner);
        for (var number = 1; number <= inner.LineCount; number++)
        {
            var line = RawLines.Trimmed(inner, number);
            if (line.Span.Length == 0)
            {
                continue;
            }

            var at = place.Text.IndexOf(line.Text, Math.Min(from, place.Span.Length), StringComparison.Ordinal);
            var span = at < 0 ? place : place.Source.Span(place.Span.Start + at, line.Span.Length);
            from = at < 0 ? from : at + line.Span.Length;
            if (!RawLines.IsComment(line.Text))
            {
                Line(draft, result, line, span, comments, number);
            }
        }

        return result.Settings;
    }

    private static void Line(ImportDraft draft, ImportDraft result, SourceSpan line, SourceSpan span, LineComments comments, int number)
    {
        var (taken, why) = SysctlLines.Take(line);
        if (taken is null)
        {
            draft.LeaveOdd(line, span, why);
        }
        else if (ImportPlaceholders.In(line) is { } placeholder)
        {
            draft.Leave(ImportCodes.Placeholder, span, $"'{RawLines.Short(placeholder.Text)}' is a placeholder: what will stand there is not known, so this line is not imported.", "write the value into the spec");
        }
        else if (taken.IsExclusion || taken.Key.IsGlob)
        {
            draft.Take(taken with { Span = span, KeySpan = span }, LineComments.None);
        }
        else
        {
            result.Settings.Add(new ImportedSetting(taken.Key, span, taken.Value!, span) { Reason = comments.ReasonOf(number), Heading = comments.HeadingOf(number) });
        }
    }
}
