using System.Diagnostics;
using System.Text;
using ConfigGen.Cli;
using ConfigGen.Core.Compile;

namespace ConfigGen.Tests.Cli;

/// <summary>What a run of the command line did.</summary>
internal sealed record CliResult(int Code, string Out, string Error);

/// <summary>A temporary folder to run the command line in, in-process; nothing of the real console is touched.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("configgen-test-");

    public string Root => _folder.FullName;

    public byte[] Input { get; set; } = [];

    public Func<CompileRequest, Compilation> Compile { get; set; } = LineCompiler.Compile;

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public bool IsTerminal { get; set; }

    /// <summary>What capture and verify look at: no host at all, unless a test makes one.</summary>
    public Host Host { get; set; } = new() { Root = "/nowhere", Program = _ => null, InNetworkNamespace = _ => "a network namespace needs root" };

    public string PathOf(string path) => Path.Combine(Root, path);

    public bool Has(string path) => Path.Exists(PathOf(path));

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public string[] Files(string folder = "") =>
    [
        .. Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith(".git/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllBytes(PathOf(path), content);
    }

    public CliResult Run(params string[] args) => RunIn("", args);

    public CliResult RunIn(string folder, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var input = new MemoryStream(Input);
        var code = CommandLine.Run(args, new Surroundings(output, error, input, PathOf(folder))
        {
            Compile = Compile,
            Host = Host,
            Variable = Variables.GetValueOrDefault,
            OutIsTerminal = IsTerminal,
            ErrorIsTerminal = IsTerminal,
            Today = () => new DateOnly(2026, 11, 22),
        });
        return new CliResult(code, output.ToString(), error.ToString());
    }

    public string Git(params string[] args) => Git(input: "", args);

    public string Git(string input, string[] args)
    {
        var start = new ProcessStartInfo("git") { UseShellExecute = false, WorkingDirectory = Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in (string[])["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main", .. args])
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', args)}: {error}");
        return output;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
