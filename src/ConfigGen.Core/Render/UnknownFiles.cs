using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Render;

/// <summary>Finds files of a team's own packs that nothing would ever read: a mistyped name must not be quietly without effect.</summary>
internal static class UnknownFiles
{
    /// <summary>One finding per file, sorted by name.</summary>
    public static IEnumerable<Finding> Find(PackSource source, ImmutableArray<Pack> packs)
    {
        var known = packs.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in source.OwnFiles.Where(name => !IsPage(name)))
        {
            var (pack, file) = Split(name);
            if (!source.Packs.Contains(pack, StringComparer.Ordinal))
            {
                yield return Of(name, $"there is no template pack \"{pack}\"", $"packs: {string.Join(", ", source.Packs)}; a new pack needs a {PackSource.PackFileName}");
            }
            else if (known.Contains(pack) && !IsRead(source, packs.First(p => p.Name == pack), file))
            {
                yield return Of(name, $"nothing in the pack {pack} reads {file}", $"files that are read: {string.Join(", ", Read(source, pack, packs))}");
            }
        }
    }

    /// <summary>Pages for people are no templates.</summary>
    private static bool IsPage(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Read(PackSource source, string pack, ImmutableArray<Pack> packs) =>
        source.FilesOf(pack).Where(file => IsRead(source, packs.First(p => p.Name == pack), file));

    // A file is read when pack.yaml names it, or when another template of the pack names it in quotes, to include it.
    private static bool IsRead(PackSource source, Pack pack, string file) =>
        file == PackSource.PackFileName
        || pack.Files.Any(f => f.Template == file)
        || source.FilesOf(pack.Name).Any(other => other != file && Quotes(source.Text($"{pack.Name}/{other}")!, file));

    private static bool Quotes(string template, string file) =>
        template.Contains($"'{file}'", StringComparison.Ordinal) || template.Contains($"\"{file}\"", StringComparison.Ordinal);

    private static (string Pack, string File) Split(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", name) : (name[..slash], name[(slash + 1)..]);
    }

    private static Finding Of(string name, string message, string help) =>
        Finding.Of(RenderCodes.Template, null, $"{name}: {message}") with { Path = name, Help = help };
}
