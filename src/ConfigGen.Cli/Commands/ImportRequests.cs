using System.Collections.Immutable;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Config;
using ConfigGen.Core.Import;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli.Commands;

/// <summary>The options of <c>import</c>.</summary>
internal sealed record ImportOptions(string? From, string? Name, ImmutableArray<string> Targets, SysctlLoader Loader, DateOnly Today, long Cap);

/// <summary>Binds them.</summary>
internal static class ImportRequests
{
    /// <summary>What to import for which hosts; or what is wrong with the options.</summary>
    public static (ImportRequest? Request, string? Problem) Of(ImportOptions options, ImmutableArray<RawPath> paths, RepositoryHome? home, Surroundings around)
    {
        var form = options.From is null ? null : ImportForm.Named(options.From);
        if (options.From is not null && form is null)
        {
            return (null, $"--from takes {ImportForm.Words.Replace("|", ", ", StringComparison.Ordinal)}, not \"{Visible.Line(options.From)}\".");
        }

        var configuration = home?.Configuration ?? RepositoryConfiguration.Empty;
        var (targets, problem) = RawTargets.Of(options.Targets, configuration);
        if (targets is null)
        {
            return (null, Visible.Line($"--target: {problem}"));
        }

        var lines = Lines(options.Targets, targets, configuration);
        return (new ImportRequest(options.Name ?? NameOf(paths), targets, lines, options.Today)
        {
            Form = form,
            Loader = options.Loader,
            Configuration = configuration,
            Include = (name, path) => Profile(name, path, around, options.Cap),
        }, null);
    }

    // As the user named them; without a name the groups of the repository, or the default platforms.
    private static ImmutableArray<string> Lines(ImmutableArray<string> names, RawTargets targets, RepositoryConfiguration configuration) =>
        names.IsEmpty && targets.AreNamed is false && configuration.TargetGroups.Values.Any(g => g.Any(t => t.Capture is null))
            ? [.. configuration.TargetGroups.Where(g => g.Value.All(t => t.Capture is null)).Select(g => $"group: {g.Key}")]
            : [.. (names.IsEmpty ? RawTargets.DefaultPlatforms : names).Select(n => configuration.TargetGroups.ContainsKey(n) ? $"group: {n}" : n[0] is >= '0' and <= '9' ? $"kernel: \"{n}\"" : $"platform: {n}")];

    // 99-web.conf gives web; sysctl.conf and standard input have no name of their own.
    private static string NameOf(ImmutableArray<RawPath> paths)
    {
        var path = paths.IsEmpty || paths[0].Shown == DiskLoader.StandardInput ? "" : Repository.Slashes(paths[0].FullPath);
        var parts = path.Split('/');
        var file = parts[^1].Split('.')[0];
        var unit = parts.Length > 1 && RawForms.OfPath(path) is { Kind: RawKind.Unit, Unit: { } name } ? name.Split('.')[0] : null;
        var own = file is "tuned" or "main" or "override" && parts.Length > 1 ? parts[^2] : file;
        var chosen = StarterSpec.NameFrom(paths.Length > 1 && paths[0].IsFound ? "imported" : unit ?? (own is "sysctl" or "" ? "imported" : own));
        return chosen == "my-hosts" ? "imported" : chosen;
    }

    // Profiles stand beside each other, each in a folder of its name.
    private static SourceText? Profile(string name, string path, Surroundings around, long cap)
    {
        if (path == DiskLoader.StandardInput || name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') || name[0] == '.')
        {
            return null;
        }

        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", name, "tuned.conf"));
        var load = new DiskLoader(file, around.Folder, Stream.Null, cap).Load(file);
        return load.Source is null ? null : new SourceText(Repository.Slashes(Path.GetRelativePath(around.Folder, file)), load.Source.Text);
    }
}
