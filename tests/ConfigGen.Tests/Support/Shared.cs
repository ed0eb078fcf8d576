namespace ConfigGen.Tests.Support;

/// <summary>Files that are not part of the repository: beside it, or where CONFIGGEN_SHARED points.</summary>
internal static class Shared
{
    /// <summary>The path of a file; skips the test where it is missing, but never in CI.</summary>
    public static string File(string path)
    {
        var root = Environment.GetEnvironmentVariable("CONFIGGEN_SHARED") is { Length: > 0 } named ? named : RepositoryRoot.File("..", "shared");
        var file = Path.Combine(root, path);
        var isThere = System.IO.File.Exists(file);
        Assert.False(!isThere && Environment.GetEnvironmentVariable("CI") == "true", $"The shared folder lacks {path}; CI must have it (set CONFIGGEN_SHARED).");
        Assert.SkipUnless(isThere, $"The shared folder lacks {path}; set CONFIGGEN_SHARED.");
        return file;
    }
}
