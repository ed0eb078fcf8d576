using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;

namespace ConfigGen.Cli.Output;

/// <summary>Specs of one run that would get into each other's way.</summary>
internal static class OutputCollisions
{
    /// <summary>A finding for every file that two specs write, sorted by path; where two specs have the same output folder, one for the folder.</summary>
    public static ImmutableArray<Finding> Between(IReadOnlyCollection<RenderedSpec> specs)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var folders = new Dictionary<string, RenderedSpec>(StringComparer.Ordinal);
        var files = new SortedDictionary<string, (RenderedSpec Spec, string Path)>(StringComparer.Ordinal);
        foreach (var spec in specs)
        {
            if (!folders.TryAdd(spec.Folder.FullPath, spec))
            {
                findings.Add(SameFolder(folders[spec.Folder.FullPath], spec));
                continue;
            }

            foreach (var path in spec.Plan.Artifacts.Select(a => a.Path).Append(Manifest.FileName))
            {
                if (!files.TryAdd(spec.Folder.PathOf(path), (spec, path)))
                {
                    findings.Add(SameFile(files[spec.Folder.PathOf(path)].Spec, spec, path));
                }
            }
        }

        findings.AddRange(FilesAsFolders(files));
        return [.. findings.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal)];
    }

    /// <summary>The plans without removals of what another plan of the run writes: a file that moves from one spec to another stays.</summary>
    public static List<WritePlan> KeepWritten(List<WritePlan> plans)
    {
        var written = plans.SelectMany(p => p.Writes.Select(w => w.Path).Concat(p.Unchanged).Select(p.Folder.PathOf)).ToHashSet(StringComparer.Ordinal);
        return plans.ConvertAll(plan => plan with { Removals = [.. plan.Removals.Where(path => !written.Contains(plan.Folder.PathOf(path)))] });
    }

    private static Finding SameFolder(RenderedSpec first, RenderedSpec second) => Collision(
        second.Folder.ShownPath,
        $"{first.File.Name} and {second.File.Name} are both called {second.Plan.SpecName} and would be written to this folder",
        "give them different names, or keep them in different folders");

    private static Finding SameFile(RenderedSpec first, RenderedSpec second, string path) => Collision(
        second.Folder.Shown(path),
        $"{first.File.Name} and {second.File.Name} both write this file",
        "give them different names, or write {name} into the destination in .configgen.yaml");

    private static IEnumerable<Finding> FilesAsFolders(SortedDictionary<string, (RenderedSpec Spec, string Path)> files)
    {
        foreach (var (full, (spec, path)) in files)
        {
            for (var folder = Path.GetDirectoryName(full); folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (files.TryGetValue(folder, out var file))
                {
                    yield return Collision(file.Spec.Folder.Shown(file.Path), $"{file.Spec.File.Name} writes this file, and {spec.File.Name} writes {spec.Folder.Shown(path)} below it", "choose other names or destinations");
                }
            }
        }
    }

    private static Finding Collision(string path, string message, string help) =>
        Finding.Of(RenderCodes.Collision, span: null, message) with { Path = path, Help = help };
}
