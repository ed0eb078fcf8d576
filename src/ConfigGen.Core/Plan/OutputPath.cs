namespace ConfigGen.Core.Plan;

/// <summary>Paths of artifacts: below the output folder of their spec, or, with ":/" before them as git writes it, from the top of the repository.</summary>
public static class OutputPath
{
    private const string Top = ":/";

    /// <summary>Whether a path names a file below its folder on every system: relative, no empty part, no "." or "..", no drive, no control character.</summary>
    public static bool IsInside(string path)
    {
        var below = Below(path);
        return below.Length > 0
            && !below.Any(char.IsControl)
            && !(below.Length > 1 && below[1] == ':')
            && Array.TrueForAll(below.Split('/', '\\'), part => part is not ("" or "." or ".."))
            && !(IsFromTop(path) && BelongsToGit(below));
    }

    /// <summary>Whether a path starts at the top of the repository.</summary>
    public static bool IsFromTop(string path) => path.StartsWith(Top, StringComparison.Ordinal);

    /// <summary>The path of a file from the top of the repository.</summary>
    /// <param name="path">Below the repository, forward slashes.</param>
    public static string FromTop(string path) => Top + path;

    /// <summary>The path without what it starts from.</summary>
    public static string Below(string path) => IsFromTop(path) ? path[Top.Length..] : path;

    private static bool BelongsToGit(string path) => Array.Exists(path.Split('/', '\\'), part => part.Equals(".git", StringComparison.OrdinalIgnoreCase));
}
