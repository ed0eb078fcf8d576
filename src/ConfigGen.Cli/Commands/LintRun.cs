using System.Collections.Immutable;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary>A raw file and the repository that it belongs to; null outside of one.</summary>
internal sealed record LintInput(RawPath File, RepositoryHome? Home);

/// <summary>How raw files are read and judged.</summary>
/// <param name="Cap">Largest file in bytes.</param>
/// <param name="Form">What the named files are read as; null where their path and content tell.</param>
/// <param name="Today">Ignore comments may end.</param>
/// <param name="Profile">Severities for this run; null for those of the repository.</param>
/// <param name="Purpose">What the hosts do.</param>
internal sealed record LintRequest(long Cap, RawForm? Form, DateOnly Today, Profile? Profile, ImmutableArray<string> Purpose);

/// <summary>Raw files with the hosts that each is judged for.</summary>
internal sealed class LintRun
{
    /// <summary>From how many files on working in parallel pays for its start.</summary>
    private const int ParallelFrom = 8;

    private readonly SpecRun _run;
    private readonly ImmutableArray<LintInput> _inputs;
    private readonly Dictionary<string, RawTargets> _targets;
    private readonly LintRequest _request;

    private LintRun(SpecRun run, ImmutableArray<LintInput> inputs, Dictionary<string, RawTargets> targets, LintRequest request) =>
        (_run, _inputs, _targets, _request) = (run, inputs, targets, request);

    /// <summary>Finds the targets of every repository of the files; or says what is wrong with their names.</summary>
    public static (LintRun? Run, string? Problem) Bind(SpecRun run, IEnumerable<LintInput> inputs, ImmutableArray<string> targets, LintRequest request)
    {
        ImmutableArray<LintInput> all = [.. inputs];
        var byRepository = new Dictionary<string, RawTargets>(StringComparer.Ordinal);
        foreach (var home in all.Select(i => i.Home).DistinctBy(h => h?.Root ?? "", StringComparer.Ordinal))
        {
            var (found, problem) = RawTargets.Of(targets, home?.Configuration ?? RepositoryConfiguration.Empty);
            if (found is null)
            {
                return (null, Visible.Line($"--target: {problem}"));
            }

            byRepository.Add(home?.Root ?? "", found);
        }

        return (new LintRun(run, all, byRepository, request), null);
    }

    /// <summary>The same with texts in the place of files: what fixes make of them.</summary>
    public LintRun With(ImmutableDictionary<string, string> edited) => new(_run with { Edited = edited }, _inputs, _targets, _request);

    /// <summary>Reads and judges every file, in the order of the files; those of a folder that turn out to be something else do not come.</summary>
    public IEnumerable<(LintInput Input, Compilation Result)> Results()
    {
        var read = InParallel(_inputs, input => (Input: input, Result: Read(input))).Where(r => r.Result.Reading is not null || r.Result.Problem is not null).ToImmutableArray();
        var tree = RawTree.Of(read.Select(r => r.Result.Reading).OfType<RawReading>());
        return InParallel(read, r => (r.Input, Judge(r.Input, r.Result.Reading, r.Result.Problem, tree)));
    }

    private static IEnumerable<TOut> InParallel<TIn, TOut>(ImmutableArray<TIn> items, Func<TIn, TOut> work) =>
        items.Length < ParallelFrom ? items.Select(work) : items.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(work);

    private (RawReading? Reading, Finding? Problem) Read(LintInput input)
    {
        var file = input.File;
        var path = file.Shown == DiskLoader.StandardInput ? file.Shown : Repository.Slashes(file.FullPath);
        var load = new EditedLoader(new DiskLoader(file.FullPath, _run.Around.Folder, _run.Around.Input, _request.Cap, listed: file.IsFound && input.Home is not null), _run.Edited, _run.Around.Folder).Load(file.Shown);
        if (load.Source is null)
        {
            var problem = Finding.Of(load.Problem!.Code, span: null, load.Problem.Message) with { Path = file.Shown, Help = load.Problem.Help };
            return IsPassedOver(file, path) ? (null, null) : (null, problem);
        }

        var form = (file.IsFound ? null : _request.Form) ?? RawForms.Of(path, load.Source.Text);
        return form is null && (file.IsFound || RawForms.IsBusService(load.Source.Text)) ? (null, null)
            : (RawLinter.Read(new RawFile(load.Source, form) { HasByteOrderMark = load.HasByteOrderMark }), null);
    }

    // Of a folder's other files nothing is expected, not even that they are text.
    private static bool IsPassedOver(RawPath file, string path) => file.IsFound && RawForms.OfPath(path) is null;

    private Compilation Judge(LintInput input, RawReading? reading, Finding? problem, RawTree tree)
    {
        if (reading is null)
        {
            return new Compilation([problem!], Spec: null, Plan: null);
        }

        var severities = input.Home?.Configuration.Severities ?? SeverityTable.Empty;
        var request = new RawRequest(_targets[input.Home?.Root ?? ""], _request.Purpose, _request.Today)
        {
            Severities = _request.Profile is { } profile ? severities with { Profile = profile } : severities,
            InRepository = _ => Repository.Relative(input.File.FullPath),
            Tree = tree,
        };
        var judged = RawLinter.Judge(reading, request);
        var (findings, known) = _run.Baselines.FilterFor(input.Home)?.Apply(judged.Findings) ?? (judged.Findings, []);
        return new Compilation(findings, Spec: null, Plan: null) { Accepted = judged.Accepted, Known = known };
    }
}
