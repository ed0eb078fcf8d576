using System.Collections.Immutable;
using ConfigGen.Core.Import;
using ConfigGen.Core.Raw;

namespace ConfigGen.Cli.Files;

/// <summary>Finds the files to import: what was named, the sysctl files of a host below its root, or whatever a folder holds.</summary>
internal static class ImportSearch
{
    private const int MostFiles = 2000;

    private static readonly string[] Endings = [".yml", ".yaml", ".sh"];

    /// <summary>What an argument names, sorted by path.</summary>
    /// <param name="argument">As written; a hyphen for standard input.</param>
    /// <param name="folder">Absolute path that relative paths start from.</param>
    public static (ImmutableArray<RawPath> Files, string? Problem) Find(string argument, string folder)
    {
        var full = Path.GetFullPath(argument == "-" ? "x" : argument.Replace('\0', '\ufffd'), folder);
        if (argument == "-" || !Directory.Exists(full))
        {
            var (selection, problem) = RawSearch.Find([argument], folder);
            return (selection.Files, problem);
        }

        var host = Host(full);
        ImmutableArray<string> files = [.. (host.Count > 0 ? host : Below(full)).Order(StringComparer.Ordinal).Take(MostFiles + 1)];
        var top = argument.TrimEnd('/');
        return files.Length > MostFiles ? ([], $"{argument} holds more than {MostFiles} files; name a folder below it.")
            : files.IsEmpty ? ([], $"{argument} holds no file of a kind that import knows.")
            : ([.. files.Select(f => new RawPath(top is "." or "" && argument != "/" ? Repository.Slashes(Path.GetRelativePath(full, f)) : top + "/" + Repository.Slashes(Path.GetRelativePath(full, f)), f, IsFound: true))], null);
    }

    // The root of a host or of an image: then the rest of its files is no matter of sysctl.
    private static List<string> Host(string root) =>
    [
        .. SysctlTree.Folders.Select(f => Path.Combine(root, f.TrimStart('/')))
            .Where(f => Directory.Exists(f) && !IsLinkToFolder(f))
            .SelectMany(Directory.EnumerateFileSystemEntries)
            .Where(f => !Directory.Exists(f) && f.EndsWith(".conf", StringComparison.Ordinal)),
        .. new[] { SysctlTree.Main, SysctlTree.Ufw }.Select(f => Path.Combine(root, f.TrimStart('/'))).Where(Path.Exists),
    ];

    // On most hosts /lib is a link to /usr/lib: one folder, not two.
    private static bool IsLinkToFolder(string folder) => new DirectoryInfo(folder).LinkTarget is not null || new DirectoryInfo(Path.GetDirectoryName(folder)!).LinkTarget is not null;

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true, MaxRecursionDepth = 12 })
            .Where(f => !Repository.Slashes(f).Contains("/.git/", StringComparison.Ordinal))
            .Where(f => RawForms.OfPath(Repository.Slashes(f)) is not null || Path.GetFileName(f) == "tuned.conf" || Endings.Contains(Path.GetExtension(f), StringComparer.Ordinal)
                || (Path.GetFileName(Path.GetDirectoryName(f)) is { } parent && parent.EndsWith("sysctl.d", StringComparison.Ordinal)));

    /// <summary>Reads a file; a link below a host's root is followed there, and one to /dev/null is an empty file.</summary>
    public static (ImportFile? File, Core.Findings.Finding? Problem) Read(RawPath path, Surroundings around, long cap)
    {
        var full = Repository.Slashes(path.FullPath);
        if (path.IsFound && new FileInfo(path.FullPath).LinkTarget == "/dev/null")
        {
            return (new ImportFile(new Core.Text.SourceText(path.Shown, ""), full) { IsFound = true }, null);
        }

        var load = new DiskLoader(path.FullPath, around.Folder, around.Input, cap).Load(Target(path));
        if (load.Source is null)
        {
            return (null, Core.Findings.Finding.Of(load.Problem!.Code, span: null, load.Problem.Message) with { Path = path.Shown, Help = load.Problem.Help });
        }

        var source = new Core.Text.SourceText(path.Shown, load.Source.Text);
        return (new ImportFile(source, path.Shown == DiskLoader.StandardInput ? path.Shown : full) { HasByteOrderMark = load.HasByteOrderMark, IsFound = path.IsFound }, null);
    }

    // An absolute link in an image means the image's own file.
    private static string Target(RawPath path)
    {
        if (!path.IsFound || new FileInfo(path.FullPath).LinkTarget is not { } link || !Path.IsPathRooted(link))
        {
            return path.Shown;
        }

        var slashes = Repository.Slashes(path.FullPath);
        var place = SysctlTree.Folders.Select(f => slashes.LastIndexOf(f + "/", StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        return place < 0 ? path.Shown : slashes[..place] + link;
    }
}
