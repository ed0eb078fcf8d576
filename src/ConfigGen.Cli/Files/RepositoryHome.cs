using System.Collections.Immutable;
using ConfigGen.Core.Config;

namespace ConfigGen.Cli.Files;

/// <summary>A repository with what its configuration says.</summary>
/// <param name="Root">Absolute path of its top.</param>
/// <param name="Configuration">Empty where there is no file, or a broken one.</param>
/// <param name="Templates">Own templates by "pack/file" name.</param>
internal sealed record RepositoryHome(string Root, RepositoryConfiguration Configuration, ImmutableDictionary<string, string> Templates)
{
    /// <summary>Absolute paths of the specs that the configuration lists, sorted; none when it lists none.</summary>
    public ImmutableArray<string> Specs() => SpecSearch.Find(Root, Configuration.Specs).Files;

    /// <summary>Whether every spec depends on a file: the configuration or a template.</summary>
    /// <param name="path">Absolute.</param>
    public bool IsShared(string path) =>
        path == Path.Combine(Root, RepositoryConfiguration.FileName)
        || (Configuration.Templates is { } templates && path.StartsWith(Path.Combine(Root, templates.Value.TrimEnd('/')) + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
