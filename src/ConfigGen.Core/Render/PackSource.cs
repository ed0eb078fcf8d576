using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace ConfigGen.Core.Render;

/// <summary>The text of every template: a team's own ones first, then those that travel inside the tool.</summary>
/// <param name="overrides">By "pack/file" name.</param>
public sealed class PackSource(ImmutableDictionary<string, string> overrides)
{
    private const string ResourceFolder = "templates/";

    /// <summary>The file that makes a folder a pack.</summary>
    public const string PackFileName = "pack.yaml";

    private static readonly Lazy<ImmutableSortedDictionary<string, string>> Embedded = new(ReadEmbedded);

    /// <summary>Names of the team's own files, sorted.</summary>
    public IEnumerable<string> OwnFiles => overrides.Keys.Order(StringComparer.Ordinal);

    /// <summary>Every pack that has a pack.yaml, sorted.</summary>
    public IEnumerable<string> Packs => Files
        .Where(name => name.EndsWith("/" + PackFileName, StringComparison.Ordinal))
        .Select(name => name[..^(PackFileName.Length + 1)]);

    private IEnumerable<string> Files => Embedded.Value.Keys.Concat(overrides.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The text of "pack/file"; null when there is no such file.</summary>
    public string? Text(string name) => overrides.GetValueOrDefault(name) ?? Embedded.Value.GetValueOrDefault(name);

    /// <summary>Names of the files of one pack, without the folder, sorted.</summary>
    public IEnumerable<string> FilesOf(string pack) => Files
        .Where(name => name.StartsWith(pack + "/", StringComparison.Ordinal))
        .Select(name => name[(pack.Length + 1)..]);

    private static ImmutableSortedDictionary<string, string> ReadEmbedded()
    {
        var assembly = typeof(PackSource).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourceFolder, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(name => name[ResourceFolder.Length..].Replace('\\', '/'), name => Read(assembly, name), StringComparer.Ordinal);
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
