using ConfigGen.Cli.Commands;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Plan;

namespace ConfigGen.Cli.Output;

/// <summary>What stands at a place of an output folder.</summary>
internal enum Occupant
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link, wherever it leads.</summary>
    Link,

    /// <summary>A pipe, a socket or a device.</summary>
    Special,

    /// <summary>A folder on the way is a symbolic link or a file.</summary>
    BlockedWay,
}

/// <summary>The folder that one spec is rendered into. Nothing below it is reached through a symbolic link.</summary>
/// <param name="FullPath">Absolute.</param>
/// <param name="ShownPath">As the user would write it.</param>
/// <param name="WorkingFolder">Absolute path that relative paths start from.</param>
internal sealed record OutputFolder(string FullPath, string ShownPath, string WorkingFolder) : IArtifactSource
{
    private string? _top;

    /// <summary>Absolute path of the top of the repository: where artifacts with a destination start.</summary>
    public string TopPath => _top ??= Repository.RootOf(Path.Combine(FullPath, Manifest.FileName)) ?? FullPath;

    /// <summary>The folder of a spec: the one that was named for this run, or out/name beside it.</summary>
    public static OutputFolder Of(SpecFile spec, RenderPlan plan, SpecRun run)
    {
        var beside = spec.Name == DiskLoader.StandardInput ? "" : Repository.Slashes(Path.GetDirectoryName(spec.Name) ?? "");
        var shown = run.Output is { } named
            ? Repository.Slashes(Path.TrimEndingDirectorySeparator(named))
            : $"{beside}{(beside is "" or "/" ? "" : "/")}out/{plan.SpecName}";
        return new OutputFolder(Path.GetFullPath(shown.Length == 0 ? "." : shown, run.Around.Folder), shown, run.Around.Folder);
    }

    /// <summary>The absolute path of an artifact.</summary>
    public string PathOf(string path) => Path.Combine(OutputPath.IsFromTop(path) ? TopPath : FullPath, OutputPath.Below(path));

    /// <summary>An artifact as the user would write it.</summary>
    public string Shown(string path)
    {
        if (OutputPath.IsFromTop(path))
        {
            return Repository.Slashes(Path.GetRelativePath(WorkingFolder, PathOf(path)));
        }

        return ShownPath is "." or "" ? path : $"{ShownPath}/{path}";
    }

    /// <summary>The name of a file that stands where this folder, or one above it, must be; null when there is none.</summary>
    public string? FileInTheWay()
    {
        var path = FullPath;
        while (path is not null && !Path.Exists(path))
        {
            path = Path.GetDirectoryName(path);
        }

        return path is null || Directory.Exists(path) ? null : Path.GetFileName(path);
    }

    /// <summary>What stands where an artifact belongs.</summary>
    public Occupant Look(string path)
    {
        for (var slash = path.IndexOf('/', path.Length - OutputPath.Below(path).Length); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = new DirectoryInfo(PathOf(path[..slash]));
            if (folder.LinkTarget is not null || File.Exists(folder.FullName))
            {
                return Occupant.BlockedWay;
            }
        }

        var file = new FileInfo(PathOf(path));
        if (file.LinkTarget is not null)
        {
            return Occupant.Link;
        }

        return FileKinds.Of(file.FullName) switch
        {
            FileKind.Nothing => Occupant.Nothing,
            FileKind.Regular => Occupant.File,
            _ => Directory.Exists(file.FullName) ? Occupant.Folder : Occupant.Special,
        };
    }

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        try
        {
            return Look(path) == Occupant.File ? File.ReadAllBytes(PathOf(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"cannot read {Shown(path)}: {IoReason.Of(e)}", e);
        }
    }
}
