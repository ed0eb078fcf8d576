namespace ConfigGen.Cli.Output;

/// <summary>Puts new content in the place of a file: whoever reads it sees the old or the new bytes, never a part.</summary>
internal static class SafeWrite
{
    /// <summary>Writes beside the file and renames; the permissions stay.</summary>
    /// <param name="path">Absolute, no symbolic link.</param>
    /// <param name="content">All of it.</param>
    /// <returns>What went wrong; null when it is done.</returns>
    public static string? Replace(string path, byte[] content)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}{OutputWriter.TemporaryEnd}");
        try
        {
            File.Delete(temporary);
            Write(path, temporary, content);
            File.Move(temporary, path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            OutputWriter.TryDelete(temporary);
            return IoReason.Of(e);
        }
    }

    private static void Write(string path, string temporary, byte[] content)
    {
        // CreateNew does not follow a symbolic link that somebody put there.
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(content);
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(path));
        }
    }
}
