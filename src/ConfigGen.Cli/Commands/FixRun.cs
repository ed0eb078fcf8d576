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

    /// <summary>The files that change, sorted by path; null when fixes come back for ever.</summary>
    /// <param name="source">What is judged.</param>
    /// <param name="folder">Absolute path that relative paths start from.</param>
    public static ImmutableArray<FixedFile>? Settle(FixSource source, string folder)
    {
        var files = new SortedDictionary<string, FixedFile>(StringComparer.Ordinal);
        for (var round = 0; round < MaxRounds; round++)
        {
            var fixable = Fixable(source.Judge(Texts(files.Values)), source.MayChange, folder);
            if (fixable.Count == 0)
            {
                return [.. files.Values];
            }

            foreach (var file in fixable)
            {
                var text = file.First().Fix!.Span.Source;
                var known = files.GetValueOrDefault(file.Key) ?? new FixedFile(file.Key, text.Path, text.Text, text.Text, []);
                var next = FixedText.Of(known.After, file);
                files[file.Key] = known with { After = next.Text, Codes = known.Codes.AddRange(next.Applied.Select(f => f.Code.Id)) };
            }
        }

        return null;
    }

    /// <summary>The new texts by absolute path.</summary>
    public static ImmutableDictionary<string, string> Texts(IEnumerable<FixedFile> files) => files.ToImmutableDictionary(f => f.Path, f => f.After, StringComparer.Ordinal);

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

    private static List<IGrouping<string, Finding>> Fixable(IEnumerable<Finding> findings, Func<string, bool> mayChange, string folder) =>
    [
        .. findings
            .Where(f => f.Fix is { IsSafe: true })
            .GroupBy(f => Path.GetFullPath(f.Fix!.Span.Source.Path, folder), StringComparer.Ordinal)
            .Where(file => FileKinds.Of(file.Key) == FileKind.Regular && new FileInfo(file.Key).LinkTarget is null && mayChange(file.Key)),
    ];
}
