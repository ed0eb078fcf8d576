using System.CommandLine;
using ConfigGen.Cli.Output;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>check</c>: is what is on the disk what would be rendered?</summary>
internal sealed class CheckCommand(Surroundings around) : SpecCommand(
    "check",
    "Tells whether the files on disk are what the specs render to.",
    around,
    withOutput: true)
{
    public override string Details => "Writes nothing; the version of configgen does not matter. The difference goes to standard output\nas a unified diff that git apply takes, everything else to standard error.";

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen check specs/*.yaml", "in CI: exit code 1 when something is stale"),
        ("configgen check web.yaml | git apply", "bring the files up to date, from the top of the repository"),
    ];

    protected override (int Code, string? Problem) Run(SpecRun run, ParseResult parsed)
    {
        var printer = new FindingPrinter(run, toOut: false);
        var compiled = run.Compile(printer).ToList();
        var (rendered, problem) = RenderedSpec.From(compiled, run);
        if (rendered is null)
        {
            return (ExitCode.Usage, problem);
        }

        var files = new List<ReportedFile>();
        foreach (var spec in rendered)
        {
            files.AddRange(Check(spec, run, printer));
        }

        var stale = files.Count(f => f.State != "unchanged");
        printer.Finish(SpecRun.Broken(compiled) + Summary(stale, files.Count), files);
        return (compiled.Exists(s => s.IsUnreadable) ? ExitCode.Usage : stale > 0 || printer.Fails ? ExitCode.Findings : ExitCode.Clean, null);
    }

    private static string Summary(int stale, int all) =>
        stale == 0 ? $"{Count.Of(all, "file")} up to date" : $"{stale} of {Count.Of(all, "file")} not up to date";

    private static IEnumerable<ReportedFile> Check(RenderedSpec spec, SpecRun run, FindingPrinter printer)
    {
        var stored = StoredManifest.Read(spec.Folder, spec.Folder.Shown(Manifest.FileName));
        printer.Add(stored.Problem is { } problem ? [problem] : []);
        var changes = OutputDiff.Between(spec.Plan, spec.Folder, stored.Manifest, withManifest: true);
        printer.Add([.. changes.Select(c => StaleFinding(spec, c))]);
        var diffs = DiffPrinter.Print(spec.Folder, changes, run);
        var untouched = spec.Plan.Artifacts.Select(a => a.Path).Append(Manifest.FileName).Except(changes.Select(c => c.Path), StringComparer.Ordinal);
        return diffs.Concat(untouched.Select(p => new ReportedFile(spec.Folder.Shown(p), "unchanged"))).OrderBy(f => f.Path, StringComparer.Ordinal);
    }

    private static Finding StaleFinding(RenderedSpec spec, FileChange change)
    {
        var message = (change.Kind, spec.Folder.Look(change.Path)) switch
        {
            (Difference.Stale, _) => "this file is not what the spec renders",
            (Difference.Superfluous, _) => "the spec no longer renders this file",
            (_, Occupant.Nothing) => "this file is rendered by the spec and does not exist",
            _ => "this file is rendered by the spec, and something that is not a file stands in its place",
        };
        return Finding.Of(RenderCodes.Stale, span: null, message) with
        {
            Path = spec.Folder.Shown(change.Path),
            Help = $"run configgen generate {spec.File.Name}",
        };
    }
}
