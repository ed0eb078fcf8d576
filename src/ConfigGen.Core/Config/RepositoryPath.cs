using ConfigGen.Core.Spec.Layers;

namespace ConfigGen.Core.Config;

/// <summary>Paths that <c>.configgen.yaml</c> writes: below the repository, never out of it.</summary>
internal static class RepositoryPath
{
    /// <summary>How a path leaves the repository, as a sentence; null when it does not.</summary>
    public static string? Escape(string path)
    {
        if (path.StartsWith('/') || path.StartsWith('~') || path.Contains(':', StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal))
        {
            return $"'{path}' is not a path below the repository: it means something else on every machine.";
        }

        var normal = LayerPath.Normalize(path);
        return normal == ".." || normal.StartsWith("../", StringComparison.Ordinal) ? $"'{path}' leads out of the repository." : null;
    }
}
