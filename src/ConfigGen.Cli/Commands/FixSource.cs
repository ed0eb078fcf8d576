using System.Collections.Immutable;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Findings;

namespace ConfigGen.Cli.Commands;

/// <summary>What fixes come from and go to.</summary>
/// <param name="Judge">Everything that is found with these texts in the place of files, by absolute path.</param>
/// <param name="MayChange">Whether a file is one that the command may change.</param>
internal sealed record FixSource(Func<ImmutableDictionary<string, string>, IEnumerable<Finding>> Judge, Func<string, bool> MayChange)
{
    /// <summary>The specs of a run.</summary>
    public static FixSource Of(SpecRun run) => new(texts => (run with { Edited = texts }).Results().SelectMany(r => r.Result.Findings), path => MayChangeOf(path, run));

    // Findings come from files that were read as specs or layers. Those may lie anywhere when there is no repository: then only what was named is changed.
    private static bool MayChangeOf(string path, SpecRun run) =>
        Repository.RootOf(path) is { } root ? RealPath.IsBelow(path, root) : run.Specs.Any(s => s.FullPath == path);
}
