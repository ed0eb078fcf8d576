namespace ConfigGen.Cli.Files;

/// <summary>Paths as everybody who has the repository sees them.</summary>
internal static class Repository
{
    /// <summary>The nearest folder above a file that has <c>.git</c> or <c>.configgen.yaml</c>; null outside of repositories.</summary>
    /// <param name="path">Absolute.</param>
    public static string? RootOf(string path) => Above(path, folder => HasGit(folder) || File.Exists(Path.Combine(folder, ".configgen.yaml")));

    /// <summary>The nearest folder above a file that has <c>.git</c>; null where there is none.</summary>
    /// <param name="path">Absolute.</param>
    public static string? GitTopOf(string path) => Above(path, HasGit);

    /// <summary>The path below the repository, or the name alone outside of one: the same on any machine and from any working folder.</summary>
    /// <param name="path">Absolute.</param>
    public static string Relative(string path) => Slashes(Path.GetRelativePath(RootOf(path) ?? Path.GetDirectoryName(path) ?? path, path));

    /// <summary>Forward slashes, on every system.</summary>
    public static string Slashes(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;

    private static bool HasGit(string folder) => Path.Exists(Path.Combine(folder, ".git"));

    private static string? Above(string path, Func<string, bool> isTop)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (isTop(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
