using System.Collections.Frozen;
using System.Collections.Immutable;
using ConfigGen.Cli.Files;

namespace ConfigGen.Cli.Commands;

/// <summary>The specs of a run.</summary>
/// <param name="Specs">Each once, in the order of the command line, or sorted where the configuration lists them.</param>
/// <param name="Changed">Absolute paths: only what depends on one of them is judged; null when everything is.</param>
internal sealed record SpecSelection(ImmutableArray<SpecFile> Specs, FrozenSet<string>? Changed)
{
    /// <summary>Selects by the arguments; or says why nothing can be.</summary>
    /// <param name="names">The arguments.</param>
    /// <param name="affected">Whether the arguments are changed files rather than specs.</param>
    public static (SpecSelection? Selection, string? Problem) From(string[] names, bool affected, ConfigurationFiles configurations, Surroundings around, long cap)
    {
        if (names.Length == 0)
        {
            return Listed(affected, configurations, around.Folder);
        }

        return affected
            ? (Affected(names, configurations, around, cap), null)
            : (new SpecSelection(Distinct(names.Select(n => Named(n, configurations, around.Folder))), Changed: null), null);
    }

    private static (SpecSelection? Selection, string? Problem) Listed(bool affected, ConfigurationFiles configurations, string folder)
    {
        var home = configurations.HomeOf(Path.Combine(folder, "x"));
        if (home is null or { Configuration.Specs.IsEmpty: true } && !affected && configurations.Findings.IsEmpty)
        {
            var hint = home is null || !File.Exists(Path.Combine(home.Root, ".configgen.yaml")) ? "or - for standard input" : "or list them under specs in .configgen.yaml";
            return (null, $"name at least one spec, {hint}.");
        }

        return (new SpecSelection(home is null ? [] : Listed(home, configurations, folder), Changed: null), null);
    }

    private static ImmutableArray<SpecFile> Listed(RepositoryHome home, ConfigurationFiles configurations, string folder)
    {
        configurations.CheckSpecs(home);
        return [.. home.Specs().Select(path => new SpecFile(Repository.Slashes(Path.GetRelativePath(folder, path)), path, home))];
    }

    // A repository that lists its specs is asked which of them a change affects; elsewhere only the changed files themselves can be looked at.
    private static SpecSelection Affected(string[] names, ConfigurationFiles configurations, Surroundings around, long cap)
    {
        var changed = names.Select(n => Named(n, configurations, around.Folder)).ToList();
        var homes = changed.Select(f => f.Home).OfType<RepositoryHome>().DistinctBy(h => h.Root, StringComparer.Ordinal).Where(h => !h.Configuration.Specs.IsEmpty);
        var listed = homes.OrderBy(h => h.Root, StringComparer.Ordinal).SelectMany(home => Listed(home, configurations, around.Folder));
        var others = changed.Where(f => f.Home is null or { Configuration.Specs.IsEmpty: true } && IsSpec(f, around, cap));
        return new SpecSelection(Distinct([.. listed, .. others]), changed.Select(f => f.FullPath).ToFrozenSet(StringComparer.Ordinal));
    }

    private static bool IsSpec(SpecFile file, Surroundings around, long cap) =>
        new DiskLoader(file.FullPath, around.Folder, Stream.Null, cap).Load(file.Name).Source is { } source && SpecLine.IsIn(source.Text);

    private static SpecFile Named(string name, ConfigurationFiles configurations, string folder)
    {
        var shown = name == "-" ? DiskLoader.StandardInput : Repository.Slashes(name);
        var full = Path.GetFullPath(shown, folder);
        return new SpecFile(shown, full, configurations.HomeOf(full));
    }

    private static ImmutableArray<SpecFile> Distinct(IEnumerable<SpecFile> files) => [.. files.DistinctBy(f => f.FullPath, StringComparer.Ordinal)];
}
