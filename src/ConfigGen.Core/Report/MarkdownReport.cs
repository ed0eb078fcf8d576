using System.Text;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Report;

/// <summary>Findings as a table in Markdown, for a comment on a pull request.</summary>
public static class MarkdownReport
{
    /// <summary>Characters from which on rows are counted instead of listed: GitHub refuses comments of more than 65,536.</summary>
    private const int Most = 60_000;

    /// <summary>The counts as a heading, the table, and what is not in it.</summary>
    public static string Render(RunFindings run)
    {
        var text = new StringBuilder($"### ConfigGen: {Tally.Of(run.Findings)}\n");
        if (run.Findings.Length > 0)
        {
            text.Append("\n| File | Severity | Code | Place | Message | What to write |\n| --- | --- | --- | --- | --- | --- |\n");
        }

        var left = 0;
        foreach (var finding in run.Findings)
        {
            var row = Row(run, finding);
            left = left > 0 || text.Length + row.Length > Most ? left + 1 : 0;
            text.Append(left > 0 ? "" : row);
        }

        return text.Append(Remark(left, "more finding", "not listed: the comment would be too long")).Append(Remark(run.Accepted.Length, "finding", "accepted by ignore entries")).ToString();
    }

    private static string Remark(int count, string noun, string what) =>
        count == 0 ? "" : $"\n{count} {noun}{(count == 1 ? " is" : "s are")} {what}.\n";

    private static string Row(RunFindings run, Finding finding)
    {
        var message = string.Join("<br>", finding.Related.Select(r => $"note: {run.PlaceOf(r.Span)}: {r.Message}").Prepend(finding.Message).Select(MarkdownText.Cell));
        string[] cells =
        [
            MarkdownText.Cell(run.FileOf(finding) ?? ""),
            TextReport.Word(finding.Severity),
            $"{finding.Code.Id} {finding.Code.Name}",
            finding.Span is { } span ? $"{span.Start.Line}:{span.Start.Column}" : "",
            message,
            MarkdownText.Cell(finding.Help ?? finding.Fix?.Title ?? ""),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }
}
