using System.CommandLine;
using ConfigGen.Cli.Output;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>generate</c>: writes artifacts; all or nothing over every spec of the run.</summary>
internal sealed class GenerateCommand : SpecCommand
{
    private static readonly string[] States = ["written", "removed", "unchanged"];

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Overwrite files that configgen did not write, or that were edited since.",
    };

    public GenerateCommand(Surroundings around)
        : base(
            "generate",
            "Renders specs into files.",
            around,
            withOutput: true) => Add(_force);

    public override string Details => "Nothing at all is written when a spec has findings from --fail-on on, or when a file that is not\nconfiggen's own, or was edited since, is in the way. The names of written files go to standard\noutput, everything else to standard error.";

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen generate", "every spec that .configgen.yaml lists"),
        ("configgen generate web.yaml", "writes out/<name> beside the spec"),
        ("configgen generate specs/*.yaml", "every spec, or none when one is wrong"),
        ("configgen generate --out build/web web.yaml", "writes to another folder"),
        ("configgen generate --force web.yaml", "takes over what is in the way"),
    ];

    protected override (int Code, string? Problem) Run(SpecRun run, ParseResult parsed)
    {
        var printer = new FindingPrinter(run, toOut: false);
        var compiled = run.Compile(printer).ToList();
        if (compiled.Exists(spec => spec.IsUnreadable) || printer.Fails)
        {
            printer.Finish("nothing written", []);
            return (compiled.Exists(spec => spec.IsUnreadable) ? ExitCode.Usage : ExitCode.Findings, null);
        }

        var (rendered, problem) = RenderedSpec.From(compiled, run);
        return rendered is null ? (ExitCode.Usage, problem) : (Write(run, printer, rendered, parsed.GetValue(_force)), null);
    }

    private static int Write(SpecRun run, FindingPrinter printer, List<RenderedSpec> rendered, bool force)
    {
        var collisions = OutputCollisions.Between(rendered);
        if (!collisions.IsEmpty)
        {
            printer.Add(collisions);
            printer.Finish("nothing written", []);
            return ExitCode.Findings;
        }

        var plans = OutputCollisions.KeepWritten([.. SpecRun.ForEach(rendered, spec => WritePlan.For(spec.Folder, spec.Plan, force))]);
        plans.ForEach(plan => printer.Add(plan.Refusals));
        if (plans.Exists(plan => plan.Refusals.Length > 0))
        {
            printer.Finish("nothing written", []);
            return ExitCode.Findings;
        }

        foreach (var problem in plans.Select(BlockedBy).Concat(plans.Select(OutputWriter.Apply)).OfType<string>())
        {
            run.Around.Error.Write($"configgen: {Visible.Line(problem)}\n");
            return ExitCode.Usage;
        }

        var files = plans.SelectMany(FilesOf).ToList();
        PrintFiles(run, files);
        printer.Finish(Summary(files), files);
        return ExitCode.Clean;
    }

    private static string? BlockedBy(WritePlan plan) =>
        plan.Folder.FileInTheWay() is { } file ? $"cannot write {plan.Folder.ShownPath}: \"{file}\" is a file, not a folder" : null;

    private static IEnumerable<ReportedFile> FilesOf(WritePlan plan) =>
        plan.Writes.Select(w => (w.Path, State: "written"))
            .Concat(plan.Manifest is { } manifest ? [(manifest.Path, State: "written")] : [])
            .Concat(plan.Removals.Select(path => (Path: path, State: "removed")))
            .Concat(plan.Unchanged.Select(path => (Path: path, State: "unchanged")))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => new ReportedFile(plan.Folder.Shown(f.Path), f.State));

    private static void PrintFiles(SpecRun run, List<ReportedFile> files)
    {
        if (run.Format != ReportFormat.Text)
        {
            return;
        }

        foreach (var file in files.Where(f => f.State != "unchanged"))
        {
            var (writer, prefix) = file.State == "written" ? (run.Around.Out, "") : (run.Around.Error, "removed ");
            writer.Write($"{prefix}{Visible.Line(file.Path)}\n");
        }
    }

    private static string Summary(List<ReportedFile> files) => string.Join(
        ", ",
        States
            .Select(state => (state, Count: files.Count(f => f.State == state)))
            .Where(s => s.Count > 0)
            .Select(s => $"{Count.Of(s.Count, "file")} {s.state}")
            .DefaultIfEmpty("nothing to render"));
}
