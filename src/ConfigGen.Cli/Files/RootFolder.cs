using System.Collections.Immutable;
using System.Text;

namespace ConfigGen.Cli.Files;

/// <summary>The files of a host or of an image below its root folder. Links are followed as the host would, so that none leads out of the folder.</summary>
/// <param name="root">Absolute path.</param>
/// <param name="cap">Largest file in bytes.</param>
internal sealed class RootFolder(string root, long cap)
{
    /// <summary>As many as the kernel follows.</summary>
    private const int MaxLinks = 40;

    private const string Null = "/dev/null";

    private readonly List<string> _problems = [];

    /// <summary>What is there and could not be read, with the reason.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Where a path of the host leads to, on the host; null where it leads nowhere.</summary>
    /// <param name="path">Absolute on the host.</param>
    public string? Resolve(string path)
    {
        var (done, links) = (new List<string>(), 0);
        var rest = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        while (rest.TryPop(out var part))
        {
            if (part == "..")
            {
                done.RemoveRange(Math.Max(0, done.Count - 1), Math.Min(1, done.Count));
                continue;
            }

            if (part == ".")
            {
                continue;
            }

            done.Add(part);
            if (new FileInfo(OnDisk(done)).LinkTarget is not { } target)
            {
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            done.RemoveAt(done.Count - 1);
            done = target.StartsWith('/') ? [] : done;
            foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                rest.Push(step);
            }
        }

        var found = "/" + string.Join('/', done);
        return found == Null || Path.Exists(OnDisk(done)) ? found : null;
    }

    /// <summary>Names in a folder, sorted; none where it is not there.</summary>
    /// <param name="path">Absolute on the host.</param>
    public ImmutableArray<string> Names(string path)
    {
        if (Resolve(path) is not { } folder || !Directory.Exists(OnDisk(folder)))
        {
            return [];
        }

        try
        {
            return [.. Directory.EnumerateFileSystemEntries(OnDisk(folder)).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{path}: {IoReason.Of(e)}");
            return [];
        }
    }

    /// <summary>The text of a regular file, empty for a link to /dev/null; null where there is none, or none that can be read.</summary>
    /// <param name="path">Absolute on the host.</param>
    public string? Text(string path)
    {
        if (Resolve(path) is not { } file || file == Null || FileKinds.Of(OnDisk(file)) != FileKind.Regular)
        {
            return Resolve(path) == Null ? "" : null;
        }

        try
        {
            using var stream = new FileStream(OnDisk(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.Length > cap)
            {
                _problems.Add($"{path}: larger than {ByteSize.Show(cap)}");
                return null;
            }

            using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{path}: {IoReason.Of(e)}");
            return null;
        }
    }

    /// <summary>Whether a path of the host leads to a file that anybody may run.</summary>
    public bool IsExecutable(string path) =>
        Resolve(path) is { } file && File.Exists(OnDisk(file)) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(OnDisk(file)) & UnixFileMode.UserExecute) != UnixFileMode.None);

    private string OnDisk(string path) => Path.Combine(root, path.TrimStart('/'));

    private string OnDisk(List<string> parts) => Path.Combine([root, .. parts]);
}
