using ConfigGen.Cli.Files;

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
internal sealed record OutputFolder(string FullPath, string ShownPath) : IArtifactSource
{
    /// <summary>The absolute path of an artifact.</summary>
    public string PathOf(string path) => Path.Combine(FullPath, path);

    /// <summary>An artifact as the user would write it.</summary>
    public string Shown(string path) => ShownPath is "." or "" ? path : $"{ShownPath}/{path}";

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
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
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
