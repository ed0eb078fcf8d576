using System.Text;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Report;

/// <summary>Findings as workflow commands, which GitHub Actions turns into annotations of the files of a change: one a line.</summary>
/// <remarks>
/// The form is the one of actions/toolkit (<c>packages/core/src/command.ts</c>): %, CR and LF are escaped in the message, and : and , as well in the
/// properties. The runner drops columns of an annotation over several lines, so they are left out there.
/// </remarks>
public static class GitHubReport
{
    /// <summary>All findings that are not accepted; nothing when there is none.</summary>
    public static string Render(RunFindings run)
    {
        var text = new StringBuilder();
        foreach (var finding in run.Findings)
        {
            var properties = Place(run, finding).Append($"title={Property($"{finding.Code.Id} {finding.Code.Name}")}");
            text.Append($"::{Command(finding.Severity)} {string.Join(',', properties)}::{Data(string.Join('\n', Message(run, finding)))}\n");
        }

        return text.ToString();
    }

    private static string Command(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static IEnumerable<string> Place(RunFindings run, Finding finding)
    {
        if (run.FileOf(finding) is { } file)
        {
            yield return $"file={Property(file)}";
        }

        if (finding.Span is { } span)
        {
            yield return Region(span.Start, span.End);
        }
    }

    private static string Region(LinePosition start, LinePosition end) => start.Line == end.Line
        ? $"line={start.Line},col={start.Column},endLine={end.Line},endColumn={end.Column}"
        : $"line={start.Line},endLine={end.Line}";

    private static IEnumerable<string> Message(RunFindings run, Finding finding)
    {
        yield return finding.Message;
        foreach (var related in finding.Related)
        {
            yield return $"note: {run.PlaceOf(related.Span)}: {related.Message}";
        }

        if ((finding.Help ?? finding.Fix?.Title) is { } help)
        {
            yield return $"help: {help}";
        }
    }

    /// <summary>What is left after escaping goes into a log, which a terminal may show.</summary>
    private static string Data(string text) => Visible.Line(text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal));

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
