using ConfigGen.Cli;
using ConfigGen.Core.Compile;

namespace ConfigGen.Tests.Cli;

/// <summary>A Debian 12 host made of plain files in a workspace.</summary>
internal sealed class FakeHost : IDisposable
{
    public Workspace Workspace { get; } = new() { Compile = Compiler.Compile };

    /// <summary>What programs print, by their command line.</summary>
    public Dictionary<string, string> Programs { get; } = new(StringComparer.Ordinal)
    {
        ["systemctl --version"] = "systemd 252 (252.39-1~deb12u1)\n+PAM +AUDIT\n",
        ["sysctl --version"] = "sysctl from procps-ng 4.0.2\n",
    };

    public FakeHost()
    {
        Workspace.Host = new Host
        {
            Root = Workspace.PathOf("host"),
            Program = arguments => Programs.GetValueOrDefault(string.Join(' ', arguments)),
            InNetworkNamespace = _ => "a network namespace needs root",
        };
        Key("kernel.osrelease", "6.1.0-42-amd64");
        Key("kernel.version", "#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-1 (2026-10-05)");
        File("/etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\nID=debian\n");
        File("/proc/meminfo", "MemTotal:       16303428 kB\nMemFree:         1000000 kB\n");
        File("/proc/cpuinfo", "processor\t: 0\nmodel name\t: x\n\nprocessor\t: 1\nmodel name\t: x\n");
    }

    public void Dispose() => Workspace.Dispose();

    /// <summary>Sets a key, given with dots.</summary>
    public void Key(string key, string value, int mode = 420)
    {
        var path = $"/proc/sys/{key.Replace('.', '/')}";
        File(path, value + "\n");
        Mode(path, mode);
    }

    /// <summary>Writes a file of the host that may be run.</summary>
    public void Script(string path, string text)
    {
        File(path, text);
        Mode(path, 493);
    }

    private void Mode(string path, int mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(Workspace.PathOf("host" + path), (UnixFileMode)mode);
        }
    }

    /// <summary>Writes a file of the host.</summary>
    public void File(string path, string text) => Workspace.Write("host" + path, text);

    /// <summary>Makes a link on the host.</summary>
    public void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Workspace.PathOf("host" + path))!);
        System.IO.File.CreateSymbolicLink(Workspace.PathOf("host" + path), target);
    }

    /// <summary>Writes web.yaml, for Debian 12, with what follows the targets.</summary>
    public void Spec(string body) => Workspace.Write("web.yaml", $"spec: v1\nname: web\ntargets: [{{platform: debian-12}}]\n{body}");

    public CliResult Run(params string[] args) => Workspace.Run(args);
}
