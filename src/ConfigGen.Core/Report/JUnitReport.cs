using System.Text;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;

namespace ConfigGen.Core.Report;

/// <summary>Findings as a JUnit report, for the test views of CI servers: a suite for every file, a test for every finding.</summary>
/// <remarks>
/// A finding that fails the run (<see cref="RunFindings.FailOn"/>) is a failure, so that the report and the exit code say the same; any other is a test
/// that passes and says something. What a spec accepts is skipped, with the reason. A spec without findings is one test that passes.
/// </remarks>
public static class JUnitReport
{
    /// <summary>The suite of findings about no file.</summary>
    private const string Tool = "configgen";

    /// <summary>The whole report.</summary>
    public static string Render(RunFindings run)
    {
        var cases = run.Findings.Select(f => Of(run, f)).Concat(run.Accepted.Select(a => Of(run, a)));
        var files = cases.ToLookup(c => c.File, StringComparer.Ordinal);
        var names = files.Select(f => f.Key).Concat(run.Specs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var suites = names.Select(name => (Name: name, Cases: files[name].DefaultIfEmpty(new JUnitCase(name, "no findings")).ToList())).ToList();
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.Append($"<testsuites name=\"{Tool}\"{Counts([.. suites.SelectMany(s => s.Cases)])}>\n");
        foreach (var (name, tests) in suites)
        {
            text.Append($"  <testsuite name=\"{XmlText.Escape(name)}\"{Counts(tests)}>\n");
            tests.ForEach(test => test.AppendTo(text));
            text.Append("  </testsuite>\n");
        }

        return text.Append("</testsuites>\n").ToString();
    }

    private static string Counts(List<JUnitCase> tests) =>
        $" tests=\"{tests.Count}\" failures=\"{tests.Count(t => t.Kind == "failure")}\" errors=\"0\" skipped=\"{tests.Count(t => t.Kind == "skipped")}\"";

    private static JUnitCase Of(RunFindings run, Finding finding)
    {
        var severity = TextReport.Word(finding.Severity);
        return Named(run, finding) with
        {
            Kind = finding.Severity >= run.FailOn ? "failure" : "system-out",
            Attributes = finding.Severity >= run.FailOn ? [("type", finding.Code.Id), ("message", finding.Message)] : [],
            Lines = [$"{(finding.Span is { } span ? run.PlaceOf(span) + ": " : "")}{severity} {finding.Code.Id} {finding.Message}", .. Rest(run, finding)],
        };
    }

    private static JUnitCase Of(RunFindings run, AcceptedFinding accepted) => Named(run, accepted.Finding) with
    {
        Kind = "skipped",
        Attributes = [("message", accepted.Entry.Reason)],
    };

    private static JUnitCase Named(RunFindings run, Finding finding)
    {
        var at = finding.Span is { } span ? $" ({span.Start.Line}:{span.Start.Column})" : "";
        return new JUnitCase(run.FileOf(finding) ?? Tool, $"{finding.Code.Id} {finding.Code.Name}{at}") { Line = finding.Span?.Start.Line };
    }

    private static IEnumerable<string> Rest(RunFindings run, Finding finding)
    {
        foreach (var related in finding.Related)
        {
            yield return $"note: {run.PlaceOf(related.Span)}: {related.Message}";
        }

        if ((finding.Help ?? finding.Fix?.Title) is { } help)
        {
            yield return $"help: {help}";
        }
    }
}
