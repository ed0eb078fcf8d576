using System.Text;
using ConfigGen.Core.Plan;

namespace ConfigGen.Cli.Output;

/// <summary>Carries a write plan out: everything is written beside its place first, then renamed into it, the manifest last.</summary>
/// <remarks>
/// After a crash the folder holds whole files, old and new, and at most temporary files, which the next run removes.
/// The data is not forced to the disk: the files are generated again at will, and a sync per file would be most of the time of a large run.
/// </remarks>
internal static class OutputWriter
{
    /// <summary>End of the name of a file that is being written; the start is a dot and the name of the file.</summary>
    public const string TemporaryEnd = ".configgen-tmp";

    /// <summary>Writes and removes.</summary>
    /// <returns>What went wrong, naming the file; null when all is done.</returns>
    public static string? Apply(WritePlan plan)
    {
        var writes = plan.Manifest is null ? plan.Writes : plan.Writes.Add(plan.Manifest);
        var at = plan.Folder.ShownPath;
        try
        {
            RemoveLeftovers(plan);
            foreach (var write in writes)
            {
                at = plan.Folder.Shown(write.Path);
                WriteTemporary(plan.Folder.PathOf(write.Path), write.Content);
            }

            foreach (var write in plan.Writes)
            {
                at = plan.Folder.Shown(write.Path);
                Rename(plan.Folder.PathOf(write.Path));
            }

            foreach (var path in plan.Removals)
            {
                at = plan.Folder.Shown(path);
                Remove(plan.Folder, path);
            }

            if (plan.Manifest is { } manifest)
            {
                at = plan.Folder.Shown(manifest.Path);
                Rename(plan.Folder.PathOf(manifest.Path));
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (var write in writes)
            {
                TryDelete(TemporaryOf(plan.Folder.PathOf(write.Path)));
            }

            return $"cannot write {at}: {IoReason.Of(e)}";
        }
    }

    private static void WriteTemporary(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = TemporaryOf(path);
        File.Delete(temporary);

        // CreateNew does not follow a symbolic link that somebody put there.
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(Encoding.UTF8.GetBytes(content));
    }

    private static void Rename(string path) => File.Move(TemporaryOf(path), path, overwrite: true);

    private static void Remove(OutputFolder folder, string path)
    {
        File.Delete(folder.PathOf(path));
        for (var slash = path.LastIndexOf('/'); slash > path.Length - OutputPath.Below(path).Length; slash = path.LastIndexOf('/', slash - 1))
        {
            var parent = folder.PathOf(path[..slash]);
            if (Directory.EnumerateFileSystemEntries(parent).Any())
            {
                return;
            }

            Directory.Delete(parent);
        }
    }

    /// <summary>Removes what a run that was interrupted left in the folders that this run touches.</summary>
    private static void RemoveLeftovers(WritePlan plan)
    {
        var folders = plan.Writes.Select(w => w.Path).Concat(plan.Removals).Concat(plan.Unchanged)
            .Select(p => Path.GetDirectoryName(plan.Folder.PathOf(p))!)
            .Append(plan.Folder.FullPath)
            .Distinct(StringComparer.Ordinal)
            .Where(Directory.Exists);
        foreach (var leftover in folders.SelectMany(f => Directory.EnumerateFiles(f, $".*{TemporaryEnd}")))
        {
            File.Delete(leftover);
        }
    }

    private static string TemporaryOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}{TemporaryEnd}");

    /// <summary>Deletes a temporary file of a write that has failed.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The write has failed and is reported as that; what is left is removed by the next run.
            return;
        }
    }
}
