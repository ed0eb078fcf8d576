using ConfigGen.Cli.Commands;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Plan;

namespace ConfigGen.Cli.Output;

/// <summary>A spec that is rendered, and the folder that it goes to.</summary>
/// <param name="File">The spec.</param>
/// <param name="Plan">What it renders.</param>
/// <param name="Folder">Where that belongs.</param>
internal sealed record RenderedSpec(SpecFile File, RenderPlan Plan, OutputFolder Folder)
{
    /// <summary>Finds the output folders; layers render nothing and are left out.</summary>
    /// <returns>In the order given; or why two of them cannot be written in one run.</returns>
    public static (List<RenderedSpec>? Specs, string? Problem) From(IEnumerable<CompiledSpec> compiled, SpecRun run)
    {
        if (run.Output is not null && run.Specs.Length > 1)
        {
            return (null, "--out names the folder of one spec, and there are several.");
        }

        var specs = new List<RenderedSpec>();
        var taken = new Dictionary<string, SpecFile>(StringComparer.Ordinal);
        foreach (var spec in compiled)
        {
            if (spec.Plan is not { } plan)
            {
                continue;
            }

            var folder = FolderOf(spec.File, plan, run);
            if (!taken.TryAdd(folder.FullPath, spec.File))
            {
                return (null, $"{taken[folder.FullPath].Name} and {spec.File.Name} are both called {plan.SpecName} and would be written to {folder.ShownPath}.");
            }

            specs.Add(new RenderedSpec(spec.File, plan, folder));
        }

        return (specs, null);
    }

    private static OutputFolder FolderOf(SpecFile spec, RenderPlan plan, SpecRun run)
    {
        var beside = spec.Name == DiskLoader.StandardInput ? "" : Repository.Slashes(Path.GetDirectoryName(spec.Name) ?? "");
        var shown = run.Output is { } named
            ? Repository.Slashes(Path.TrimEndingDirectorySeparator(named))
            : $"{beside}{(beside is "" or "/" ? "" : "/")}out/{plan.SpecName}";
        return new OutputFolder(Path.GetFullPath(shown.Length == 0 ? "." : shown, run.Around.Folder), shown);
    }
}
