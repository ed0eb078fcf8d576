namespace ConfigGen.Cli.Files;

/// <summary>Where a path leads once links are followed.</summary>
internal static class RealPath
{
    /// <summary>Links that are followed before a path counts as leading nowhere, as the kernel does.</summary>
    private const int MaxLinks = 40;

    /// <summary>Whether a path stays below a folder, with every link on the way followed.</summary>
    /// <param name="path">Absolute, normalised.</param>
    /// <param name="folder">Absolute, normalised.</param>
    public static bool IsBelow(string path, string folder) => IsBelow(path, folder, MaxLinks);

    private static bool IsBelow(string path, string folder, int links)
    {
        if (!path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return false;
        }

        for (var end = folder.Length; end < path.Length;)
        {
            var next = path.IndexOf(Path.DirectorySeparatorChar, end + 1);
            end = next < 0 ? path.Length : next;
            if (new FileInfo(path[..end]).LinkTarget is { } target)
            {
                var resolved = Path.GetFullPath(Path.Combine(target, path[end..].TrimStart(Path.DirectorySeparatorChar)), Path.GetDirectoryName(path[..end])!);
                return links > 0 && IsBelow(resolved, folder, links - 1);
            }
        }

        return true;
    }
}
