using System.Collections.Immutable;
using ConfigGen.Cli.Output;

namespace ConfigGen.Cli.Commands;

/// <summary>Carries fixes out, or prints them as a diff, and tells on standard error what they are.</summary>
internal static class FixPrinter
{
    /// <summary>Fixes what a run reports.</summary>
    /// <returns>The run over what is left, null when nothing is to be judged any more; and an exit code, to be raised by what is left.</returns>
    public static (SpecRun? Run, int Code) Fix(SpecRun run, bool asDiff)
    {
        if (FixRun.Settle(run) is not var (settled, files))
        {
            run.Around.Error.Write("configgen: fixes undo each other, so nothing is changed. This is a bug of configgen; please report it with the spec.\n");
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

        return (settled, asDiff && !files.IsEmpty ? ExitCode.Findings : ExitCode.Clean);
    }

    private static string? PrintDiff(SpecRun run, ImmutableArray<FixedFile> files)
    {
        foreach (var file in files)
        {
            try
            {
                var old = File.ReadAllBytes(file.Path);
                run.Around.Out.Write(UnifiedDiff.Render(DiffPrinter.NameOf(file.Path, run.Around.Folder), old, file.Over(old) ?? old, run.OutInk));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return $"cannot read {Core.Report.Visible.Line(file.Shown)}: {IoReason.Of(e)}";
            }
        }

        return null;
    }
}
