using ConfigGen.Cli.Files;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Report;
using ConfigGen.Core.Report.Sarif;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli.Commands;

/// <summary>Prints findings as they come in text, and all of them at the end in any other format; remembers whether they fail the run.</summary>
/// <param name="run">The command.</param>
/// <param name="toOut">Whether findings are the data of this command (see the decision record on streams).</param>
internal sealed class FindingPrinter(SpecRun run, bool toOut)
{
    private readonly List<Finding> _findings = [];

    private readonly List<AcceptedFinding> _accepted = [];

    private readonly List<string> _specs = [];

    /// <summary>Whether a finding reaches --fail-on.</summary>
    public bool Fails => _findings.Any(f => f.Severity >= run.FailOn);

    /// <summary>Also list every setting with its verdict.</summary>
    public bool Verdicts { get; init; }

    /// <summary>Watches what the baseline hides, or takes findings for one.</summary>
    public BaselineRecord? Baseline { get; init; }

    /// <summary>Prints what came of a spec, with the verdict of every setting where that is asked for; verdicts are for people only.</summary>
    public void Add(SpecFile spec, Compilation result)
    {
        Add(Baseline?.Take(spec, result) ?? result.Findings);
        if (run.Format == ReportFormat.Text)
        {
            run.Around.Out.Write(Verdicts ? VerdictTable.Render(result) : "");
            return;
        }

        _accepted.AddRange(result.Accepted.Select(a => a with { Finding = a.Finding.Shown(), Entry = a.Entry with { Reason = Secrets.Mask(a.Entry.Reason) } }));
        _specs.Add(spec.Name);
    }

    /// <summary>Prints findings.</summary>
    public void Add(IReadOnlyCollection<Finding> reported)
    {
        var findings = reported.Select(f => f.Shown()).ToList();
        if (run.Format != ReportFormat.Text)
        {
            _findings.AddRange(findings);
        }
        else
        {
            // Spans hold the texts of their files: printed findings are kept for counting, and without them.
            _findings.AddRange(findings.Select(f => f with { Span = null, Path = f.Span?.Source.Path ?? f.Path, Related = [], Fix = null }));
            var writer = toOut ? run.Around.Out : run.Around.Error;
            writer.Write(TextReport.Render(findings, toOut ? run.OutInk : run.ErrorInk));
        }
    }

    /// <summary>The document, where the format is one, and the summary line.</summary>
    /// <param name="did">What the command did, to go before the counts: "3 specs".</param>
    /// <param name="files">Output files, for JSON; null where the command has none.</param>
    public void Finish(string did, IReadOnlyCollection<ReportedFile>? files = null)
    {
        if (run.Format == ReportFormat.Json)
        {
            run.Around.Out.Write(JsonReport.Render(_findings, files));
            return;
        }

        var summary = run.Format == ReportFormat.Text ? $"{Tally.Of(_findings)}\n{TextReport.Pointer(_findings)}" : PrintReport();

        // Findings on the one stream and the summary on the other must not overtake each other on a terminal.
        run.Around.Out.Flush();
        run.Around.Error.Write($"{did}: {summary}");
    }

    /// <summary>Prints the document of all specs; tells the counts.</summary>
    private string PrintReport()
    {
        var all = new RunFindings(_findings, _accepted, _specs, new ReportPath(run.Around.Folder).Of) { FailOn = run.FailOn, ToolVersion = ToolVersion.Text };
        run.Around.Out.Write(run.Format switch
        {
            ReportFormat.Sarif => SarifReport.Render(all),
            ReportFormat.GitHub => GitHubReport.Render(all),
            ReportFormat.JUnit => JUnitReport.Render(all),
            _ => MarkdownReport.Render(all),
        });
        return $"{Tally.Of(all.Findings)}\n";
    }
}
