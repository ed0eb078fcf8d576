using ConfigGen.Cli.Files;
using ConfigGen.Cli.Output;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary>Prints changes of output files as unified diffs.</summary>
internal static class DiffPrinter
{
    /// <summary>Prints them to standard output, or hands them on where the format is not text.</summary>
    public static List<ReportedFile> Print(OutputFolder folder, IEnumerable<FileChange> changes, SpecRun run)
    {
        var isText = run.Format == ReportFormat.Text;
        var files = new List<ReportedFile>();
        foreach (var change in changes)
        {
            var diff = UnifiedDiff.Render(NameOf(folder.PathOf(change.Path), run.Around.Folder), change.Old, change.New, isText ? run.OutInk : Ink.Plain);
            files.Add(new ReportedFile(folder.Shown(change.Path), StateOf(change.Kind), isText ? null : diff));
            run.Around.Out.Write(isText ? diff : "");
        }

        return files;
    }

    /// <summary>Below the top of the repository, so that git apply finds the file; outside of one below the working folder.</summary>
    public static string NameOf(string full, string workingFolder)
    {
        var name = Repository.Slashes(Path.GetRelativePath(Repository.RootOf(full) ?? workingFolder, full));
        return name.StartsWith("../", StringComparison.Ordinal) ? Repository.Slashes(full).TrimStart('/') : name;
    }

    private static string StateOf(Difference kind) => kind switch
    {
        Difference.Missing => "missing",
        Difference.Stale => "stale",
        _ => "superfluous",
    };
}
