using System.Collections.Immutable;
using System.CommandLine;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary>One spec as it was named.</summary>
/// <param name="Name">As findings show it.</param>
/// <param name="FullPath">Absolute; for standard input a file of no name in the working folder.</param>
internal sealed record SpecFile(string Name, string FullPath);

/// <summary>What is left of a spec once its findings are printed; of ten thousand specs nothing more is kept.</summary>
/// <param name="File">The spec.</param>
/// <param name="Plan">What it renders; null when it has errors, or is a layer.</param>
/// <param name="HasErrors">It has findings of the highest severity.</param>
/// <param name="IsUnreadable">It cannot be read at all (a layer that cannot is a finding in the spec).</param>
internal sealed record CompiledSpec(SpecFile File, RenderPlan? Plan, bool HasErrors, bool IsUnreadable);

/// <summary>A command over specs with its options bound.</summary>
internal sealed record SpecRun(Surroundings Around, ImmutableArray<SpecFile> Specs, ReportFormat Format, Severity FailOn, string? Output)
{
    /// <summary>From how many specs on compiling in parallel pays for its start.</summary>
    private const int ParallelFrom = 8;

    /// <summary>Colours of standard output.</summary>
    public required Ink OutInk { get; init; }

    /// <summary>Colours of standard error.</summary>
    public required Ink ErrorInk { get; init; }

    /// <summary>Templates that take the place of built-in ones.</summary>
    public required ImmutableDictionary<string, string> Templates { get; init; }

    private long Cap { get; init; }

    private DateOnly Today { get; init; }

    /// <summary>Binds the options of a parsed command line; or says what is wrong with them.</summary>
    public static (SpecRun? Run, string? Problem) Bind(SpecOptions options, ParseResult parsed, Surroundings around)
    {
        var cap = parsed.GetValue(options.MaxSize)?.Value ?? SpecOptions.DefaultCap;
        var specs = FilesOf(parsed.GetValue(options.Specs) ?? [], around.Folder);
        if (specs.Length == 0)
        {
            return (null, "name at least one spec, or - for standard input.");
        }

        var (templates, problem) = TemplateFolder.Read(parsed.GetValue(options.Templates), around, cap);
        if (templates is null)
        {
            return (null, problem);
        }

        var color = parsed.GetValue(options.Color)?.Value ?? Colors.Auto;
        var (format, failOn) = (parsed.GetValue(options.Format)?.Value ?? ReportFormat.Text, parsed.GetValue(options.FailOn)?.Value ?? Severity.Error);
        return (new SpecRun(around, specs, format, failOn, parsed.GetValue(options.Output))
        {
            OutInk = color.InkFor(around.OutIsTerminal, around),
            ErrorInk = color.InkFor(around.ErrorIsTerminal, around),
            Templates = templates,
            Cap = cap,
            Today = parsed.GetValue(options.Today)?.Value ?? around.Today(),
        }, null);
    }

    /// <summary>How many specs have errors, to go before what a command says about the others; nothing when none has.</summary>
    public static string Broken(IReadOnlyCollection<CompiledSpec> compiled) =>
        compiled.Count(spec => spec.HasErrors) is > 0 and var broken ? $"{Count.Of(broken, "spec")} not rendered, " : "";

    /// <summary>Compiles every spec and prints its findings; results come in the order of the command line.</summary>
    public IEnumerable<CompiledSpec> Compile(FindingPrinter printer)
    {
        var results = Specs.Length < ParallelFrom
            ? Specs.Select(Compile)
            : Specs.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Compile);
        foreach (var (spec, result) in results)
        {
            printer.Add(result.Findings);
            printer.AddVerdicts(result);
            yield return new CompiledSpec(spec, result.Plan, result.HasErrors, IsUnreadable(result));
        }
    }

    private static bool IsUnreadable(Compilation result) =>
        result.Findings.Any(f => f.Span is null && (f.Code == InputCodes.NotFound || f.Code == InputCodes.NotReadable));

    private (SpecFile Spec, Compilation Result) Compile(SpecFile spec)
    {
        var loader = new DiskLoader(spec.FullPath, Around.Folder, Around.Input, Cap);
        var header = spec.Name == DiskLoader.StandardInput ? spec.Name : Repository.Relative(spec.FullPath);
        return (spec, Around.Compile(new CompileRequest(spec.Name, loader, Today, header)
        {
            Templates = Templates,
            IsInRepository = Repository.RootOf(spec.FullPath) is not null,
        }));
    }

    private static ImmutableArray<SpecFile> FilesOf(string[] names, string folder) =>
    [
        .. names
            .Select(name => name == "-" ? DiskLoader.StandardInput : Repository.Slashes(name))
            .Select(name => new SpecFile(name, Path.GetFullPath(name, folder)))
            .DistinctBy(spec => spec.FullPath, StringComparer.Ordinal),
    ];
}
