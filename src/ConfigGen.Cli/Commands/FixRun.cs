using System.Collections.Immutable;
using System.Text;
using ConfigGen.Cli.Files;
using ConfigGen.Cli.Output;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Fixes;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary>A file that fixes change.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Shown">As the user would write it.</param>
/// <param name="Before">Its text as it was read.</param>
/// <param name="After">The same with the fixes.</param>
/// <param name="Codes">What is fixed, a code for each.</param>
internal sealed record FixedFile(string Path, string Shown, string Before, string After, ImmutableArray<string> Codes)
{
    /// <summary>"web.yaml: CG2008 (2), CG3005".</summary>
    public string Summary => $"{Visible.Line(Shown)}: {string.Join(", ", Codes.GroupBy(c => c).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ({g.Count()})"))}";

    /// <summary>The bytes to write over the old ones; null when those are not what was judged.</summary>
    public byte[]? Over(byte[] old)
    {
        var mark = old.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble : [];
        return Utf8Text.Decode(old).Text == Before ? [.. mark, .. Encoding.UTF8.GetBytes(After)] : null;
    }
}

/// <summary>Applies the safe fixes of what a run reports, in memory, until there is none left.</summary>
internal static class FixRun
{
    /// <summary>Fixes that make way for others need a round each; more than a handful would be two that undo each other.</summary>
    private const int MaxRounds = 20;

    /// <summary>The run over the fixed texts and the files that change, sorted by path; null when fixes come back for ever.</summary>
    public static (SpecRun Run, ImmutableArray<FixedFile> Files)? Settle(SpecRun run)
    {
        var files = new SortedDictionary<string, FixedFile>(StringComparer.Ordinal);
        for (var round = 0; round < MaxRounds; round++)
        {
            var fixable = Fixable(run);
            if (fixable.Count == 0)
            {
                return (run, [.. files.Values]);
            }

            foreach (var file in fixable)
            {
                var source = file.First().Fix!.Span.Source;
                var known = files.GetValueOrDefault(file.Key) ?? new FixedFile(file.Key, source.Path, source.Text, source.Text, []);
                var text = FixedText.Of(known.After, file);
                files[file.Key] = known with { After = text.Text, Codes = known.Codes.AddRange(text.Applied.Select(f => f.Code.Id)) };
            }

            run = run with { Edited = files.Values.ToImmutableDictionary(f => f.Path, f => f.After, StringComparer.Ordinal) };
        }

        return null;
    }

    /// <summary>Writes the files.</summary>
    /// <returns>What went wrong, naming the file; null when all are written.</returns>
    public static string? Write(IEnumerable<FixedFile> files)
    {
        foreach (var file in files)
        {
            if (Write(file) is { } problem)
            {
                return $"cannot write {Visible.Line(file.Shown)}: {problem}";
            }
        }

        return null;
    }

    private static string? Write(FixedFile file)
    {
        try
        {
            return file.Over(File.ReadAllBytes(file.Path)) is { } content ? SafeWrite.Replace(file.Path, content) : "it was changed while it was judged";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return IoReason.Of(e);
        }
    }

    private static List<IGrouping<string, Finding>> Fixable(SpecRun run) =>
    [
        .. run.Results()
            .SelectMany(r => r.Result.Findings)
            .Where(f => f.Fix is { IsSafe: true })
            .GroupBy(f => Path.GetFullPath(f.Fix!.Span.Source.Path, run.Around.Folder), StringComparer.Ordinal)
            .Where(file => MayChange(file.Key, run)),
    ];

    // Findings come from files that were read as specs or layers. Those may lie anywhere when there is no repository: then only what was named is changed.
    private static bool MayChange(string path, SpecRun run) =>
        FileKinds.Of(path) == FileKind.Regular
        && new FileInfo(path).LinkTarget is null
        && (Repository.RootOf(path) is { } root ? RealPath.IsBelow(path, root) : run.Specs.Any(s => s.FullPath == path));
}
