using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;

namespace ConfigGen.Cli.Output;

/// <summary>One file to write; the text is that of the plan, so that a run over many specs holds it once.</summary>
internal sealed record FileWrite(string Path, string Content);

/// <summary>What must happen to an output folder so that it is what the spec renders; decided before anything is touched.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Writes">New and changed artifacts, sorted by path.</param>
/// <param name="Removals">Own files that are no longer rendered, sorted.</param>
/// <param name="Unchanged">Artifacts that are there already.</param>
/// <param name="Manifest">The new manifest; null when the old one says the same.</param>
/// <param name="Refusals">Why it must not happen; nothing is written when there is one.</param>
internal sealed record WritePlan(
    OutputFolder Folder,
    ImmutableArray<FileWrite> Writes,
    ImmutableArray<string> Removals,
    ImmutableArray<string> Unchanged,
    FileWrite? Manifest,
    ImmutableArray<Finding> Refusals)
{
    /// <summary>Compares a plan with what is on the disk.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="plan">What is rendered.</param>
    /// <param name="force">Overwrite and remove what is not ours, or was edited.</param>
    public static WritePlan For(OutputFolder folder, RenderPlan plan, bool force)
    {
        var stored = StoredManifest.Read(folder, folder.Shown(Core.Plan.Manifest.FileName));
        var decision = new WriteDecision(folder, stored.Manifest, force);
        if (stored.Problem is { } problem && !force)
        {
            decision.Refusals.Add(problem);
        }

        foreach (var artifact in plan.Artifacts)
        {
            decision.Place(artifact.Path, artifact.Content);
        }

        foreach (var entry in stored.Manifest.Entries.Where(e => !plan.Artifacts.Any(a => string.Equals(a.Path, e.Path, StringComparison.Ordinal))))
        {
            decision.Remove(entry);
        }

        var manifest = NewManifest(folder, stored.Manifest.After(plan, ToolVersion.Text));
        return new WritePlan(folder, [.. decision.Writes], [.. decision.Removals], [.. decision.Unchanged], manifest, [.. decision.Refusals]);
    }

    private static FileWrite? NewManifest(OutputFolder folder, Manifest manifest)
    {
        var content = manifest.Render();
        var isSame = folder.Read(Core.Plan.Manifest.FileName) is { } old && LineEnds.ToLf(old).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(content));
        return isSame ? null : new FileWrite(Core.Plan.Manifest.FileName, content);
    }
}
