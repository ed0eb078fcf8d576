using System.Collections.Immutable;
using System.IO.Enumeration;
using ConfigGen.Core.Config;
using ConfigGen.Core.Raw;

namespace ConfigGen.Cli.Files;

/// <summary>A raw file to lint.</summary>
/// <param name="Shown">As findings show it.</param>
/// <param name="FullPath">Absolute.</param>
/// <param name="IsFound">Found in a folder or by a glob rather than named.</param>
internal sealed record RawPath(string Shown, string FullPath, bool IsFound)
{
    /// <summary>The file that it leads to, where it is a link.</summary>
    public string? Target { get; init; }
}

/// <summary>The files that arguments name.</summary>
/// <param name="Files">Each once, in the order of the arguments, those of a folder sorted by path.</param>
/// <param name="PassedOver">How many other files the folders hold.</param>
internal sealed record RawSelection(ImmutableArray<RawPath> Files, int PassedOver);

/// <summary>Finds sysctl and unit files. Links to folders are not followed, and what belongs to git is passed over.</summary>
internal static class RawSearch
{
    private static readonly char[] Wild = ['*', '?'];

    /// <summary>What arguments name: files, the files of folders, or those that globs match; the problem of a glob that matches nothing.</summary>
    /// <param name="arguments">As written; a hyphen for standard input.</param>
    /// <param name="folder">Absolute path that relative paths start from.</param>
    public static (RawSelection Selection, string? Problem) Find(IEnumerable<string> arguments, string folder)
    {
        var found = arguments.Select(a => Find(a, folder)).ToList();
        var all = found.SelectMany(f => f.Files).DistinctBy(f => f.FullPath, StringComparer.Ordinal).ToImmutableArray();
        var plain = all.Where(f => f.Target is null).Select(f => f.FullPath).ToHashSet(StringComparer.Ordinal);
        var once = all.Where(f => f.Target is null || (!plain.Contains(f.Target) && plain.Add(f.Target))).ToImmutableArray();
        return (new RawSelection(once, found.Sum(f => f.PassedOver) + all.Length - once.Length), found.Select(f => f.Problem).FirstOrDefault(p => p is not null));
    }

    private static (ImmutableArray<RawPath> Files, int PassedOver, string? Problem) Find(string argument, string folder)
    {
        if (argument == "-")
        {
            return ([new RawPath(DiskLoader.StandardInput, Path.Combine(folder, "-"), IsFound: false)], 0, null);
        }

        var shown = Repository.Slashes(argument).Replace('\0', '\ufffd');
        var full = Path.GetFullPath(shown, folder);
        return Directory.Exists(full) ? InFolder(shown, full)
            : shown.IndexOfAny(Wild) >= 0 && !File.Exists(full) ? Matching(shown, folder)
            : ([new RawPath(shown, full, IsFound: false)], 0, null);
    }

    private static (ImmutableArray<RawPath> Files, int PassedOver, string? Problem) InFolder(string shown, string full)
    {
        var all = Below(shown, full);
        var wanted = all.RemoveAll(f => !RawForms.MayBe(Repository.Slashes(f.FullPath)));
        return (wanted, all.Length - wanted.Length, null);
    }

    private static (ImmutableArray<RawPath> Files, int PassedOver, string? Problem) Matching(string pattern, string folder)
    {
        var parts = pattern.Split('/');
        var literal = Math.Min(parts.TakeWhile(p => p.IndexOfAny(Wild) < 0).Count(), parts.Length - 1);
        var top = literal == 0 ? "" : string.Join('/', parts[..literal]) + "/";
        var (glob, _, problem) = PathGlob.Parse(string.Join('/', parts[literal..]));
        var root = Path.GetFullPath(top.Length == 0 ? "." : top, folder);
        if (glob is null)
        {
            return ([], 0, problem);
        }

        var files = Directory.Exists(root) ? Below(top, root).RemoveAll(f => !glob.Matches(Repository.Slashes(Path.GetRelativePath(root, f.FullPath)))) : [];
        return (files, 0, files.IsEmpty ? $"no file matches {pattern}." : null);
    }

    private static ImmutableArray<RawPath> Below(string shown, string root)
    {
        var walk = new FileSystemEnumerable<string>(
            root,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName is not ".git" && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        var top = shown is "" or "." or "./" ? "" : shown.TrimEnd('/') + "/";
        return [.. walk.Order(StringComparer.Ordinal).Select(file => Found(top + Repository.Slashes(Path.GetRelativePath(root, file)), file)).OfType<RawPath>()];
    }

    // A link to /dev/null masks a unit, and there is nothing to judge in it, nor in one that leads nowhere.
    private static RawPath? Found(string shown, string file)
    {
        var target = new FileInfo(file).LinkTarget is null ? null : new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        return FileKinds.Of(file) == FileKind.Regular ? new RawPath(shown, file, IsFound: true) { Target = target } : null;
    }
}
