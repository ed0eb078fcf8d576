namespace ConfigGen.Core.Plan;

/// <summary>Paths of artifacts below an output folder.</summary>
public static class OutputPath
{
    /// <summary>Whether a path names a file below the output folder on every system: relative, no empty part, no "." or "..", no drive, no control character.</summary>
    public static bool IsInside(string path) =>
        path.Length > 0
        && !path.Any(char.IsControl)
        && !(path.Length > 1 && path[1] == ':')
        && Array.TrueForAll(path.Split('/', '\\'), part => part is not ("" or "." or ".."));
}
