using System.Text;
using ConfigGen.Core.Capture;

namespace ConfigGen.Cli.Files;

/// <summary>Reads what a live host says about itself; writes nothing.</summary>
internal sealed class HostReader(Host host)
{
    private const int LongestRead = 1 << 20;

    // Reading it makes the kernel gather its counters: nobody needs that here.
    private static readonly string[] NotRead = ["vm.stat_refresh"];

    private string Keyroot => Path.Combine(host.Root, "proc/sys");

    /// <summary>Whether the host has kernel settings to look at.</summary>
    public bool HasKeys => Directory.Exists(Keyroot);

    /// <summary>What the host's files and programs say about it.</summary>
    public HostText Text() => new()
    {
        Release = Read("proc/sys/kernel/osrelease"),
        Version = Read("proc/sys/kernel/version"),
        Distribution = Read("etc/os-release") ?? Read("usr/lib/os-release"),
        Memory = Read("proc/meminfo"),
        Processors = Read("proc/cpuinfo"),
        Systemd = FirstLine(host.Program(["systemctl", "--version"])),
        Procps = FirstLine(host.Program(["sysctl", "--version"])),
    };

    /// <summary>Every key with its mode and value, in no order.</summary>
    public IEnumerable<HostKey> Keys() => Files(Keyroot).Select(path => new HostKey(KeyOf(path), ModeOf(path), ValueAt(path)));

    /// <summary>Writes a value to a key; for use in a namespace of its own only.</summary>
    /// <returns>Whether the kernel took it.</returns>
    public bool Write(string key, string value)
    {
        try
        {
            using var stream = new FileStream(PathOf(key), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.Write(Encoding.ASCII.GetBytes(value));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // A refusal is what is asked about.
        }
    }

    /// <summary>The value of a key now; null where it cannot be read.</summary>
    /// <param name="key">In sysctl spelling.</param>
    public string? Value(string key) => ValueAt(PathOf(key));

    private static bool IsRead(string file) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & (UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != UnixFileMode.None;

    private string? ValueAt(string file)
    {
        if (!IsRead(file) || NotRead.Contains(KeyOf(file), StringComparer.Ordinal))
        {
            return null;
        }

        return ReadText(file) is { } text ? text.EndsWith('\n') ? text[..^1] : text : null;
    }

    /// <summary>A file of the host as text; null where it is not there, or cannot be read.</summary>
    /// <param name="path">Below the root, without a leading slash.</param>
    public string? Read(string path) => ReadText(Path.Combine(host.Root, path));

    private static string? ReadText(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var bytes = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int count; bytes.Length < LongestRead && (count = stream.Read(buffer, 0, buffer.Length)) > 0;)
            {
                bytes.Write(buffer, 0, count);
            }

            return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // What cannot be read is reported as such, key by key.
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true })
        : [];

    private string KeyOf(string path) =>
        string.Join('.', Path.GetRelativePath(Keyroot, path).Split(Path.DirectorySeparatorChar).Select(part => part.Replace('.', '/')));

    private string PathOf(string key) => Path.Combine([Keyroot, .. key.Split('.').Select(part => part.Replace('/', '.'))]);

    private static string ModeOf(string path) =>
        OperatingSystem.IsWindows() ? "" : "0" + Convert.ToString((int)File.GetUnixFileMode(path) & 0x1FF, 8).PadLeft(3, '0');

    private static string? FirstLine(string? text) => text?.Split('\n')[0];
}
