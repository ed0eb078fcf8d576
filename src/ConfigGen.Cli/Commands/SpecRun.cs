using System.Collections.Frozen;
using System.Collections.Immutable;
using System.CommandLine;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary>One spec as it was named.</summary>
/// <param name="Name">As findings show it.</param>
/// <param name="FullPath">Absolute; for standard input a file of no name in the working folder.</param>
/// <param name="Home">Its repository; null outside of one.</param>
internal sealed record SpecFile(string Name, string FullPath, RepositoryHome? Home)
{
    /// <summary>Found by the globs of the configuration, or among changed files, rather than named by the user.</summary>
    public bool IsListed { get; init; }
}

/// <summary>One spec and what came of it; its text and findings are let go of as soon as they are printed, so that a run over many specs stays small.</summary>
/// <param name="File">The spec.</param>
/// <param name="Plan">What it renders; null when there is an error, or when the spec is a layer.</param>
/// <param name="HasErrors">Nothing may be written for it.</param>
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

    /// <summary>What is wrong with the configurations of the repositories: then nothing can be judged.</summary>
    public ImmutableArray<Finding> ConfigurationFindings { get; init; } = [];

    /// <summary>Templates that were named for this run; null where the repositories' own ones are used.</summary>
    private ImmutableDictionary<string, string>? Templates { get; init; }

    /// <summary>Findings that are known and not reported.</summary>
    public BaselineFiles Baselines { get; init; } = BaselineFiles.None;

    /// <summary>Whether the run is over all that the configuration lists, so that what it does not see is not there.</summary>
    public bool IsWhole => Changed is null && Specs.All(spec => spec.IsListed);

    /// <summary>Texts in the place of files, by absolute path: what fixes make of them.</summary>
    public ImmutableDictionary<string, string> Edited { get; init; } = ImmutableDictionary<string, string>.Empty;

    private Profile? Profile { get; init; }

    private FrozenSet<string>? Changed { get; init; }

    private long Cap { get; init; }

    private DateOnly Today { get; init; }

    /// <summary>Binds the options of a parsed command line; or says what is wrong with them.</summary>
    public static (SpecRun? Run, string? Problem) Bind(SpecOptions options, ParseResult parsed, Surroundings around)
    {
        var cap = parsed.GetValue(options.MaxSize)?.Value ?? SpecOptions.DefaultCap;
        var (templates, templateProblem) = TemplatesOf(parsed.GetValue(options.Templates), around, cap);
        var configurations = new ConfigurationFiles(around, cap);
        var (selection, problem) = SpecSelection.From(parsed.GetValue(options.Specs) ?? [], parsed.GetValue(options.Affected), configurations, around, cap);
        if (selection is null || templateProblem is not null)
        {
            return (null, problem ?? templateProblem);
        }

        // What is to be written is not read: it may not be there yet.
        var isWritten = parsed.GetValue(options.WriteBaseline) is not null;
        var (baselines, baselineProblem) = BaselineFiles.Read(
            isWritten ? null : parsed.GetValue(options.Baseline), isWritten ? [] : selection.Specs.Select(s => s.Home).OfType<RepositoryHome>(), around.Folder, cap);
        if (baselineProblem is not null)
        {
            return (null, baselineProblem);
        }

        var color = parsed.GetValue(options.Color)?.Value ?? Colors.Auto;
        var failOn = parsed.GetValue(options.FailOn)?.Value ?? configurations.FailOn ?? Severity.Error;
        return (new SpecRun(around, selection.Specs, parsed.GetValue(options.Format)?.Value ?? ReportFormat.Text, failOn, parsed.GetValue(options.Output))
        {
            OutInk = color.InkFor(around.OutIsTerminal, around),
            ErrorInk = color.InkFor(around.ErrorIsTerminal, around),
            ConfigurationFindings = [.. configurations.Findings, .. baselines.Findings],
            Baselines = baselines,
            Profile = parsed.GetValue(options.Profile)?.Value,
            Templates = templates,
            Changed = selection.Changed,
            Cap = cap,
            Today = parsed.GetValue(options.Today)?.Value ?? around.Today(),
        }, null);
    }

    /// <summary>How many specs have errors, to go before what a command says about the others; nothing when none has.</summary>
    public static string Broken(IReadOnlyCollection<CompiledSpec> compiled) =>
        compiled.Count(spec => spec.HasErrors) is > 0 and var broken ? $"{Count.Of(broken, "spec")} not rendered, " : "";

    /// <summary>Does the same for each, side by side where there are many; results come in the order of the items.</summary>
    public static IEnumerable<TResult> ForEach<T, TResult>(IReadOnlyCollection<T> items, Func<T, TResult> work) =>
        items.Count < ParallelFrom ? items.Select(work) : items.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(work);

    /// <summary>Compiles every spec and prints its findings; results come in the order of the selection.</summary>
    public IEnumerable<CompiledSpec> Compile(FindingPrinter printer)
    {
        foreach (var (spec, result) in Results())
        {
            printer.Add(spec, result);
            yield return new CompiledSpec(spec, result.Plan, result.HasErrors, IsUnreadable(result));
        }
    }

    /// <summary>Compiles every spec; results come in the order of the selection.</summary>
    public IEnumerable<(SpecFile Spec, Compilation Result)> Results()
    {
        foreach (var (spec, result) in ForEach(Specs, Compile))
        {
            if (result is not null)
            {
                yield return (spec, result);
            }
        }
    }

    /// <summary>Findings about the run, with the severities that the repository of its specs gives them.</summary>
    public IReadOnlyCollection<Finding> Weigh(IReadOnlyCollection<Finding> findings) =>
        Weighing(Specs.Select(s => s.Home).OfType<RepositoryHome>().FirstOrDefault()?.Configuration ?? RepositoryConfiguration.Empty).Severities.Apply([.. findings], new ReportPath(Around.Folder).Of);

    private static (ImmutableDictionary<string, string>? Templates, string? Problem) TemplatesOf(string? folder, Surroundings around, long cap)
    {
        if (folder is null)
        {
            return (null, null);
        }

        var full = Path.GetFullPath(folder, around.Folder);
        if (!Directory.Exists(full))
        {
            return (null, $"--templates \"{Visible.Line(folder)}\" is not a folder.");
        }

        var (templates, problem) = TemplateFolder.Read(full, within: null, cap);
        return (templates, problem is null ? null : $"--templates: {problem}.");
    }

    private static bool IsUnreadable(Compilation result) =>
        result.Findings.Any(f => f.Span is null && (f.Code == InputCodes.NotFound || f.Code == InputCodes.NotReadable));

    /// <summary>The result is null for a spec that no changed file matters to.</summary>
    private (SpecFile Spec, Compilation? Result) Compile(SpecFile spec)
    {
        var loader = new RecordingLoader(new EditedLoader(new DiskLoader(spec.FullPath, Around.Folder, Around.Input, Cap, spec.IsListed), Edited, Around.Folder), Around.Folder);
        var header = spec.Name == DiskLoader.StandardInput ? spec.Name : Repository.Relative(spec.FullPath);
        var configuration = Weighing(spec.Home?.Configuration ?? RepositoryConfiguration.Empty);
        var result = Around.Compile(new CompileRequest(spec.Name, loader, Today, header)
        {
            Templates = Templates ?? spec.Home?.Templates ?? ImmutableDictionary<string, string>.Empty,
            IsInRepository = spec.Home is not null,
            Baseline = Baselines.FilterFor(spec.Home),

            // A folder that is named for this run takes everything, as it would without a configuration.
            Configuration = Output is null ? configuration : configuration with { Destinations = Destinations.None },
        });
        return (spec, Changed is null || IsAffected(spec, result, loader.Paths, Changed) ? result : null);
    }

    private RepositoryConfiguration Weighing(RepositoryConfiguration configuration) =>
        Profile is { } profile ? configuration with { Severities = configuration.Severities with { Profile = profile } } : configuration;

    private bool IsAffected(SpecFile spec, Compilation result, IReadOnlySet<string> read, FrozenSet<string> changed)
    {
        if (read.Overlaps(changed) || changed.Any(path => spec.Home?.IsShared(path) == true))
        {
            return true;
        }

        var folder = result.Plan is { } plan ? Cli.Output.OutputFolder.Of(spec, plan, this) : null;
        return folder is not null && result.Plan!.Artifacts.Select(a => a.Path).Append(Manifest.FileName).Any(path => changed.Contains(folder.PathOf(path)));
    }
}
