using System.CommandLine;
using ConfigGen.Cli.Output;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>diff</c>: what a reviewer would see if the specs were generated now.</summary>
internal sealed class DiffCommand : SpecCommand
{
    private readonly Option<string?> _against = new("--against")
    {
        Description = "Compare with another output folder, or with a git revision. [default: the files on disk]",
        HelpName = "REV|DIR",
    };

    public DiffCommand(Surroundings around)
        : base(
            "diff",
            "Shows how what the specs render to differs from the disk, a revision or a folder.",
            around,
            withOutput: true,
            withReports: false) => Add(_against);

    public override string Details => "Writes nothing. The diff goes to standard output, everything else to standard error.";

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen diff web.yaml", "what generate would change"),
        ("configgen diff --against origin/main web.yaml", "what a merge request changes in the files"),
        ("configgen diff --against ../staging/out/web web.yaml", "how two folders of rendered files differ"),
    ];

    protected override (int Code, string? Problem) Run(SpecRun run, ParseResult parsed)
    {
        var against = parsed.GetValue(_against);
        var isFolder = against is not null && Directory.Exists(Path.GetFullPath(against, run.Around.Folder));
        if (isFolder && run.Specs.Length > 1)
        {
            return (ExitCode.Usage, "--against with a folder compares one spec, and there are several.");
        }

        var printer = new FindingPrinter(run, toOut: false);
        var compiled = run.Compile(printer).ToList();
        var (rendered, problem) = RenderedSpec.From(compiled, run);
        if (OutputCollisions.Between(rendered ?? []) is { IsEmpty: false } collisions)
        {
            printer.Add(collisions);
            printer.Finish("nothing compared", []);
            return (ExitCode.Findings, null);
        }

        var files = new List<ReportedFile>();
        foreach (var spec in rendered ?? [])
        {
            (var source, problem) = SourceOf(spec, against, isFolder, run.Around.Folder);
            if (source is null)
            {
                break;
            }

            files.AddRange(Compare(spec, source, run, printer));
        }

        if (problem is not null)
        {
            return (ExitCode.Usage, problem);
        }

        printer.Finish(SpecRun.Broken(compiled) + (files.Count == 0 ? "no difference" : $"{Count.Of(files.Count, "file")} differ{(files.Count == 1 ? "s" : "")}"), files);
        return (compiled.Exists(s => s.IsUnreadable) ? ExitCode.Usage : files.Count > 0 || printer.Fails ? ExitCode.Findings : ExitCode.Clean, null);
    }

    private static (IArtifactSource? Source, string? Problem) SourceOf(RenderedSpec spec, string? against, bool isFolder, string workingFolder)
    {
        if (against is null)
        {
            return (spec.Folder, null);
        }

        return isFolder
            ? (new OutputFolder(Path.GetFullPath(against, workingFolder), against, workingFolder), null)
            : GitRepository.At(spec.Folder, against);
    }

    private static List<ReportedFile> Compare(RenderedSpec spec, IArtifactSource source, SpecRun run, FindingPrinter printer)
    {
        var stored = StoredManifest.Read(source, spec.Folder.Shown(Manifest.FileName));
        printer.Add(stored.Problem is { } problem ? [problem] : []);
        return DiffPrinter.Print(spec.Folder, OutputDiff.Between(spec.Plan, source, stored.Manifest, withManifest: false), run);
    }
}
