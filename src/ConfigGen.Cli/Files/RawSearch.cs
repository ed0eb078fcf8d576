using System.Collections.Immutable;
using System.IO.Enumeration;
using ConfigGen.Core.Config;
using ConfigGen.Core.Raw;

namespace ConfigGen.Cli.Files;

/// <summary>A raw file to lint.</summary>
/// <param name="Shown">As findings show it.</param>
/// <param name="FullPath">Absolute.</param>
/// <param name="IsFound">Found in a folder or by a glob rather than named.</param>
internal sealed record RawPath(string Shown, string FullPath, bool IsFound);

/// <summary>Finds sysctl and unit files. Links are not followed, and what belongs to git is passed over.</summary>
internal static class RawSearch
{
    private static readonly char[] Wild = ['*', '?'];

    /// <summary>What an argument names: a file, the files of a folder, or those that a glob matches, sorted by path; the problem of a glob that matches nothing.</summary>
    /// <param name="argument">As written; a hyphen for standard input.</param>
    /// <param name="folder">Absolute path that relative paths start from.</param>
    public static (ImmutableArray<RawPath> Files, string? Problem) Find(string argument, string folder)
    {
        if (argument == "-")
        {
            return ([new RawPath(DiskLoader.StandardInput, Path.Combine(folder, "-"), IsFound: false)], null);
        }

        var shown = Repository.Slashes(argument).Replace('\0', '\ufffd');
        var full = Path.GetFullPath(shown, folder);
        return Directory.Exists(full) ? (Below(shown, full, file => RawForms.OfPath(Repository.Slashes(file)) is not null), null)
            : shown.IndexOfAny(Wild) >= 0 && !File.Exists(full) ? Matching(shown, folder)
            : ([new RawPath(shown, full, IsFound: false)], null);
    }

    private static (ImmutableArray<RawPath> Files, string? Problem) Matching(string pattern, string folder)
    {
        var parts = pattern.Split('/');
        var literal = Math.Min(parts.TakeWhile(p => p.IndexOfAny(Wild) < 0).Count(), parts.Length - 1);
        var top = literal == 0 ? "" : string.Join('/', parts[..literal]) + "/";
        var (glob, _, problem) = PathGlob.Parse(string.Join('/', parts[literal..]));
        var root = Path.GetFullPath(top.Length == 0 ? "." : top, folder);
        if (glob is null)
        {
            return ([], problem);
        }

        var files = Directory.Exists(root) ? Below(top, root, file => glob.Matches(Repository.Slashes(Path.GetRelativePath(root, file)))) : [];
        return files.IsEmpty ? (files, $"no file matches {pattern}.") : (files, null);
    }

    private static ImmutableArray<RawPath> Below(string shown, string root, Func<string, bool> isWanted)
    {
        var walk = new FileSystemEnumerable<string>(
            root,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName is not ".git" && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        var top = shown is "" or "." or "./" ? "" : shown.TrimEnd('/') + "/";
        return [.. walk.Where(isWanted).Order(StringComparer.Ordinal).Select(file => new RawPath(top + Repository.Slashes(Path.GetRelativePath(root, file)), file, IsFound: true))];
    }
}
