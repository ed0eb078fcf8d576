using System.Text;
using ConfigGen.Cli.Files;
using ConfigGen.Cli.Output;
using ConfigGen.Core.Baselines;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary>Writes a baseline file, and nothing over a file that is something else.</summary>
internal static class BaselineWriting
{
    /// <summary>Writes what a run saw.</summary>
    /// <returns>What went wrong; null when it is written.</returns>
    public static string? Write(SpecRun run, BaselineRecord record, string named)
    {
        var full = Path.GetFullPath(named, run.Around.Folder);
        var (older, problem) = Older(full);
        return problem is null
            ? SafeWrite.Replace(full, Encoding.UTF8.GetBytes(record.Render(older))) is { } failure ? $"cannot write {Visible.Line(named)}: {failure}" : null
            : $"cannot write {Visible.Line(named)}: {problem}";
    }

    // A mistyped name must not cost a spec; a baseline that is damaged is what one wants to write anew.
    private static (Baseline? Older, string? Problem) Older(string full)
    {
        if (FileKinds.Of(full) == FileKind.Nothing && !Directory.Exists(full))
        {
            return (null, null);
        }

        var load = new DiskLoader(full, Path.GetDirectoryName(full)!, Stream.Null, long.MaxValue).Load(full);
        return load.Source is { } source && (source.Text.Length == 0 || source.LineAt(1) == Baseline.Header)
            ? (BaselineReader.Read(source).Baseline, null)
            : (null, "it is there and is not a baseline");
    }
}
