using System.ComponentModel;
using System.Diagnostics;
using ConfigGen.Core.Spec.Layers;

namespace ConfigGen.Cli.Output;

/// <summary>Reads a repository with the git executable.</summary>
/// <param name="Folder">Absolute path of a folder in it.</param>
internal sealed record GitRepository(string Folder)
{
    /// <summary>The artifacts of an output folder at a revision, or why they cannot be had.</summary>
    /// <param name="output">The output folder; it need not exist now.</param>
    /// <param name="revision">Anything that names a commit.</param>
    public static (GitFolder? Source, string? Problem) At(OutputFolder output, string revision)
    {
        var existing = output.FullPath;
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        var git = new GitRepository(existing);
        try
        {
            if (git.Line("rev-parse", "--show-prefix") is not { } prefix)
            {
                return (null, $"\"{revision}\" is not a folder, and {existing} is not in a git repository.");
            }

            var commit = git.Line("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
            return commit is null
                ? (null, $"\"{revision}\" is neither a folder nor a revision that git knows.")
                : (new GitFolder(git, commit, path => LayerPath.Normalize(prefix + Path.GetRelativePath(existing, output.PathOf(path)).Replace(Path.DirectorySeparatorChar, '/'))), null);
        }
        catch (Win32Exception)
        {
            return (null, "comparing with a revision needs git, which cannot be started.");
        }
    }

    /// <summary>What git prints; null when it fails.</summary>
    public byte[]? Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : null;
    }

    private string? Line(params string[] arguments) =>
        Run(arguments) is { } output ? System.Text.Encoding.UTF8.GetString(output).TrimEnd('\n', '\r') : null;
}

/// <summary>An output folder as it is in a commit.</summary>
/// <param name="Git">The repository.</param>
/// <param name="Commit">The commit.</param>
/// <param name="PathOf">From the path of an artifact to that below the top of the working tree.</param>
internal sealed record GitFolder(GitRepository Git, string Commit, Func<string, string> PathOf) : IArtifactSource
{
    /// <inheritdoc/>
    public byte[]? Read(string path) => Git.Run("cat-file", "blob", $"{Commit}:{PathOf(path)}");
}
