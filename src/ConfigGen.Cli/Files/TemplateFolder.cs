using System.Collections.Immutable;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Files;

/// <summary>A folder of template packs that take the place of built-in ones.</summary>
internal static class TemplateFolder
{
    /// <summary>Every file below the folder by its "pack/file" name; or why that cannot be had.</summary>
    /// <param name="name">As the user wrote it; null gives no templates.</param>
    /// <param name="around">Where relative paths start from.</param>
    /// <param name="cap">Largest size of one template in bytes.</param>
    public static (ImmutableDictionary<string, string>? Templates, string? Problem) Read(string? name, Surroundings around, long cap)
    {
        var templates = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (name is null)
        {
            return (templates.ToImmutable(), null);
        }

        var folder = Path.GetFullPath(name, around.Folder);
        if (!Directory.Exists(folder))
        {
            return (null, $"--templates \"{Visible.Line(name)}\" is not a folder.");
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            var load = new DiskLoader(file, folder, Stream.Null, cap).Load(path);
            if (load.Source is not { } source)
            {
                return (null, $"--templates: {load.Problem!.Message}.");
            }

            templates[path] = source.Text;
        }

        return (templates.ToImmutable(), null);
    }
}
