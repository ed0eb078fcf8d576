using System.Collections.Immutable;
using ConfigGen.Core.Config;

namespace ConfigGen.Cli.Files;

/// <summary>Finds the files that globs match. Links to folders are not followed, and what belongs to git is passed over.</summary>
internal static class SpecSearch
{
    /// <summary>Absolute paths in ordinal order of their paths below the top, and the globs that matched nothing.</summary>
    /// <param name="root">Absolute path of the top of the repository.</param>
    /// <param name="globs">As the configuration gives them; an exclusion may match nothing.</param>
    public static (ImmutableArray<string> Files, ImmutableArray<SpecGlob> Unmatched) Find(string root, ImmutableArray<SpecGlob> globs)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var unmatched = ImmutableArray.CreateBuilder<SpecGlob>();
        var exclusions = globs.Where(g => g.IsExclusion).ToList();
        foreach (var glob in globs.Where(g => !g.IsExclusion))
        {
            var matches = Below(root, glob.Glob.Value.Folder).Where(glob.Glob.Value.Matches).Where(path => !exclusions.Exists(e => e.Glob.Value.Matches(path))).ToList();
            found.UnionWith(matches);
            if (matches.Count == 0)
            {
                unmatched.Add(glob);
            }
        }

        return ([.. found.Select(path => Path.Combine(root, path))], unmatched.ToImmutable());
    }

    private static IEnumerable<string> Below(string root, string folder)
    {
        var start = Path.Combine(root, folder);
        if (!Directory.Exists(start) || !RealPath.IsBelow(Path.Combine(start, "."), root))
        {
            return [];
        }

        var walk = new System.IO.Enumeration.FileSystemEnumerable<string>(
            start,
            (ref System.IO.Enumeration.FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true })
        {
            // The configuration is YAML, too, and no spec.
            ShouldIncludePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) => !entry.IsDirectory && entry.FileName is not RepositoryConfiguration.FileName,
            ShouldRecursePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) => entry.FileName is not ".git" && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return walk.Select(path => Repository.Slashes(Path.GetRelativePath(root, path)));
    }
}
