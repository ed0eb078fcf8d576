namespace ConfigGen.Tests.Support;

/// <summary>The working tree that the tests were built from.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string from) =>
        System.IO.File.Exists(System.IO.Path.Combine(from, "ConfigGen.sln"))
            ? from
            : Find(Directory.GetParent(from)?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository."));
}
