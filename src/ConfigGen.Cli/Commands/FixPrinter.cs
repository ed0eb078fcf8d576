using System.Collections.Immutable;
using ConfigGen.Cli.Output;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli.Commands;

/// <summary>Carries fixes out, or prints them as a diff, and tells on standard error what they are.</summary>
internal static class FixPrinter
{
    /// <summary>What is wrong with the options; null for nothing.</summary>
    /// <param name="fix">--fix.</param>
    /// <param name="diff">--diff.</param>
    /// <param name="writes">The value of --write-baseline.</param>
    /// <param name="format">The value of --format.</param>
    /// <param name="isInput">Whether standard input is judged.</param>
    public static string? Conflict(bool fix, bool diff, string? writes, ReportFormat format, bool isInput) => (fix, diff) switch
    {
        (false, true) => "--diff needs --fix.",
        (true, true) when format != ReportFormat.Text => "--diff is text, and standard output cannot hold a report beside it: leave --format out.",
        (true, _) when writes is not null => "--fix and --write-baseline exclude each other: fix first, and accept what is left.",
        (true, _) when isInput => "--fix changes files, and standard input is none.",
        _ => null,
    };

    /// <summary>Fixes what a run reports.</summary>
    /// <returns>The texts of the files that change, by absolute path, null when nothing is to be judged any more; and an exit code, to be raised by what is left.</returns>
    public static (ImmutableDictionary<string, string>? Edited, int Code) Fix(FixSource source, SpecRun run, bool asDiff)
    {
        if (FixRun.Settle(source, run.Around.Folder) is not { } files)
        {
            run.Around.Error.Write("configgen: fixes undo each other, so nothing is changed. This is a bug of configgen; please report it with the file.\n");
            return (null, ExitCode.Bug);
        }

        if ((asDiff ? PrintDiff(run, files) : FixRun.Write(files)) is { } problem)
        {
            run.Around.Error.Write($"configgen: {problem}\n");
            return (null, ExitCode.Usage);
        }

        foreach (var file in files.Where(_ => run.Format != ReportFormat.Json))
        {
            run.Around.Error.Write($"{(asDiff ? "would fix" : "fixed")} {file.Summary}\n");
        }

        return (FixRun.Texts(files), asDiff && !files.IsEmpty ? ExitCode.Findings : ExitCode.Clean);
    }

    private static string? PrintDiff(SpecRun run, ImmutableArray<FixedFile> files)
    {
        foreach (var file in files)
        {
            try
            {
                var old = File.ReadAllBytes(file.Path);
                var diff = UnifiedDiff.Render(DiffPrinter.NameOf(file.Path, run.Around.Folder), old, file.Over(old) ?? old, run.OutInk);
                run.Around.Out.Write(Secrets.Mask(diff));
                run.Around.Error.Write(Secrets.Mask(diff) == diff ? "" : $"{Visible.Line(file.Shown)}: passwords and keys near the changes are not shown, so that git refuses this diff; --fix without --diff changes the file\n");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return $"cannot read {Visible.Line(file.Shown)}: {IoReason.Of(e)}";
            }
        }

        return null;
    }
}
