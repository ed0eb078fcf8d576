using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Plan;

namespace ConfigGen.Cli.Output;

/// <summary>How a file differs from what is rendered.</summary>
internal enum Difference
{
    /// <summary>Rendered, and not there.</summary>
    Missing,

    /// <summary>There, with other content.</summary>
    Stale,

    /// <summary>Written by ConfigGen earlier, and no longer rendered.</summary>
    Superfluous,
}

/// <summary>One file that differs.</summary>
/// <param name="Path">Below the output folder.</param>
/// <param name="Old">What is there, CRLF of a converting checkout undone; null when nothing is.</param>
/// <param name="New">What is rendered; null when nothing is.</param>
internal sealed record FileChange(string Path, byte[]? Old, byte[]? New)
{
    /// <summary>Which kind of difference it is.</summary>
    public Difference Kind => (Old, New) switch
    {
        (null, _) => Difference.Missing,
        (_, null) => Difference.Superfluous,
        _ => Difference.Stale,
    };
}

/// <summary>Compares what is rendered with what is somewhere.</summary>
internal static class OutputDiff
{
    /// <summary>Files that differ, sorted by path. Files that were never ConfigGen's are no concern.</summary>
    /// <param name="plan">What is rendered.</param>
    /// <param name="source">What is there.</param>
    /// <param name="owned">The manifest of what is there.</param>
    /// <param name="withManifest">Whether the manifest is a file like others.</param>
    public static ImmutableArray<FileChange> Between(RenderPlan plan, IArtifactSource source, Manifest owned, bool withManifest)
    {
        var rendered = plan.Artifacts.ToDictionary(a => a.Path, a => Encoding.UTF8.GetBytes(a.Content), StringComparer.Ordinal);
        if (withManifest)
        {
            rendered[Manifest.FileName] = Encoding.UTF8.GetBytes(owned.After(plan, ToolVersion.Text).Render());
        }

        return
        [
            .. rendered.Keys.Union(owned.Entries.Select(e => e.Path), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(path => new FileChange(path, source.Read(path) is { } old ? LineEnds.ToLf(old) : null, rendered.GetValueOrDefault(path)))
                .Where(change => !IsSame(change)),
        ];
    }

    private static bool IsSame(FileChange change) => (change.Old, change.New) switch
    {
        (null, null) => true,
        ({ } a, { } b) => a.AsSpan().SequenceEqual(b),
        _ => false,
    };
}
