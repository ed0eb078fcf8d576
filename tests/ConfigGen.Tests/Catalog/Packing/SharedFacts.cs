namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>The folder with the tables of facts, which is not part of the repository: beside it, or where CONFIGGEN_SHARED points.</summary>
internal static class SharedFacts
{
    public static string Repository { get; } = FindRepository();

    public static string Root { get; } =
        Environment.GetEnvironmentVariable("CONFIGGEN_SHARED") is { Length: > 0 } path ? path : Path.GetFullPath(Path.Combine(Repository, "../shared"));

    public static string CatalogFolder => Path.Combine(Repository, "schemas/catalog");

    /// <summary>Skips the test where the folder is missing, but never in CI.</summary>
    public static void Need()
    {
        var there = Directory.Exists(Path.Combine(Root, "facts/kernels"));
        if (!there && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail("The shared folder with facts/kernels is missing; CI must have it (set CONFIGGEN_SHARED).");
        }

        Assert.SkipUnless(there, "The shared folder with facts/kernels is missing; set CONFIGGEN_SHARED.");
    }

    /// <summary>The tables of one folder by name, in version order.</summary>
    public static List<(string Name, string Text)> Tables(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Root, "facts", folder), "*.tsv")
            .Select(path => (Name: Path.GetFileNameWithoutExtension(path), Path: path))
            .Where(t => char.IsAsciiDigit(t.Name[0]))
            .OrderBy(t => VersionOf(t.Name)).ThenBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (t.Name, File.ReadAllText(t.Path)))];

    public static Core.Catalog.KernelVersion VersionOf(string table)
    {
        Assert.True(Core.Catalog.KernelVersion.TryParse(table.Split('-')[0], out var version), $"{table} does not start with a version");
        return version;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ConfigGen.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No ConfigGen.sln above the test assembly.");
        }

        return folder.FullName;
    }
}
