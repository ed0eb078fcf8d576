using System.Collections.Immutable;

namespace ConfigGen.Cli.Files;

/// <summary>A folder of template packs that take the place of built-in ones.</summary>
internal static class TemplateFolder
{
    /// <summary>Far above any pack; a folder that holds more is another folder than was meant.</summary>
    private const int MostFiles = 1000;

    /// <summary>Every file below the folder by its "pack/file" name; or why that cannot be had, a few words without a full stop.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="within">A folder that no file may lead out of, by whatever link; null where the user named the folder for this run.</param>
    /// <param name="cap">Largest size of one template in bytes.</param>
    public static (ImmutableDictionary<string, string>? Templates, string? Problem) Read(string folder, string? within, long cap)
    {
        if (!Directory.Exists(folder))
        {
            return (null, "there is no such folder");
        }

        var templates = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (within is not null && !RealPath.IsBelow(Path.GetFullPath(file), within))
            {
                return (null, $"{path} leads out of the repository");
            }

            var load = new DiskLoader(file, folder, Stream.Null, cap).Load(path);
            if (load.Source is not { } source)
            {
                return (null, load.Problem!.Message);
            }

            if (templates.Count == MostFiles)
            {
                return (null, $"it holds more than {MostFiles} files, which no templates do");
            }

            templates[path] = source.Text;
        }

        return (templates.ToImmutable(), null);
    }
}
