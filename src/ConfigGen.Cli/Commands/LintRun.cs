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

/// <summary>Raw files with the hosts that each is judged for.</summary>
internal sealed class LintRun
{
    /// <summary>From how many files on working in parallel pays for its start.</summary>
    private const int ParallelFrom = 8;

    private readonly Surroundings _around;
    private readonly SpecRun _print;
    private readonly ImmutableArray<LintInput> _inputs;
    private readonly Dictionary<string, RawTargets> _targets;
    private readonly ImmutableArray<string> _purpose;

    private LintRun(Surroundings around, SpecRun print, ImmutableArray<LintInput> inputs, Dictionary<string, RawTargets> targets, ImmutableArray<string> purpose) =>
        (_around, _print, _inputs, _targets, _purpose) = (around, print, inputs, targets, purpose);

    /// <summary>Finds the targets of every repository of the files; or says what is wrong with their names.</summary>
    public static (LintRun? Run, string? Problem) Bind(Surroundings around, IEnumerable<LintInput> inputs, SpecRun print, ImmutableArray<string> targets, ImmutableArray<string> purpose)
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

        return (new LintRun(around, print, all, byRepository, purpose), null);
    }

    /// <summary>Reads and judges every file and prints the findings, in the order of the files.</summary>
    /// <returns>The exit code.</returns>
    public int Lint(long cap, RawForm? form, DateOnly today)
    {
        var read = InParallel(_inputs, input => (Input: input, Result: Read(input, cap, form))).Where(r => r.Result.Reading is not null || r.Result.Problem is not null).ToImmutableArray();
        var others = RawLinter.Overridden(read.Select(r => r.Result.Reading).OfType<RawReading>());
        var printer = new FindingPrinter(_print, toOut: true);
        var isUnreadable = false;
        foreach (var (input, result) in InParallel(read, r => (r.Input, Judge(r.Input, r.Result.Reading, r.Result.Problem, others, today))))
        {
            printer.Add(new SpecFile(input.File.Shown, input.File.FullPath, input.Home), result);
            isUnreadable |= result.Findings.Any(f => f.Span is null && (f.Code == InputCodes.NotFound || f.Code == InputCodes.NotReadable));
        }

        printer.Finish(Count.Of(read.Length, "file"));
        return isUnreadable ? ExitCode.Usage : printer.Fails ? ExitCode.Findings : ExitCode.Clean;
    }

    private static IEnumerable<TOut> InParallel<TIn, TOut>(ImmutableArray<TIn> items, Func<TIn, TOut> work) =>
        items.Length < ParallelFrom ? items.Select(work) : items.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(work);

    // Of what a folder holds, files that only have the name of a unit are passed over; what was named is spoken of.
    private (RawReading? Reading, Finding? Problem) Read(LintInput input, long cap, RawForm? form)
    {
        var file = input.File;
        var load = new DiskLoader(file.FullPath, _around.Folder, _around.Input, cap, listed: file.IsFound && input.Home is not null).Load(file.Shown);
        if (load.Source is null)
        {
            return (null, Finding.Of(load.Problem!.Code, span: null, load.Problem.Message) with { Path = file.Shown, Help = load.Problem.Help });
        }

        var path = file.Shown == DiskLoader.StandardInput ? file.Shown : Repository.Slashes(file.FullPath);
        var how = (file.IsFound ? null : form) ?? RawForms.Of(path, load.Source.Text);
        return how is null && file.IsFound ? (null, null) : (RawLinter.Read(new RawFile(load.Source, how) { HasByteOrderMark = load.HasByteOrderMark }), null);
    }

    private Compilation Judge(LintInput input, RawReading? reading, Finding? problem, ILookup<string, Finding> others, DateOnly today)
    {
        if (reading is null)
        {
            return new Compilation([problem!], Spec: null, Plan: null);
        }

        var request = new RawRequest(_targets[input.Home?.Root ?? ""], _purpose, today)
        {
            Severities = input.Home?.Configuration.Severities ?? SeverityTable.Empty,
            InRepository = _ => Repository.Relative(input.File.FullPath),
        };
        var result = RawLinter.Judge(reading, request, others[reading.File.Source.Path]);
        return new Compilation(result.Findings, Spec: null, Plan: null) { Accepted = result.Accepted };
    }
}
