using System.Text;
using ConfigGen.Core.Report;
using DiffPlex.Model;

namespace ConfigGen.Cli.Output;

/// <summary>Changes that stand close enough together to share their context.</summary>
internal sealed class DiffHunk(DiffResult diff, DiffBlock[] blocks, int context)
{
    private readonly int _startA = Math.Max(0, blocks[0].DeleteStartA - context);
    private readonly int _startB = Math.Max(0, blocks[0].InsertStartB - context);
    private readonly int _endA = Math.Min(diff.PiecesOld.Length, blocks[^1].DeleteStartA + blocks[^1].DeleteCountA + context);
    private readonly int _endB = Math.Min(diff.PiecesNew.Length, blocks[^1].InsertStartB + blocks[^1].InsertCountB + context);

    /// <summary>Header and lines.</summary>
    public void AppendTo(StringBuilder text, Ink ink)
    {
        text.Append(ink.Paint(InkStyle.Info, $"@@ -{Range(_startA, _endA)} +{Range(_startB, _endB)} @@")).Append('\n');
        var at = _startA;
        foreach (var block in blocks)
        {
            AppendLines(text, ink, ' ', diff.PiecesOld[at..block.DeleteStartA]);
            AppendLines(text, ink, '-', diff.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)]);
            AppendLines(text, ink, '+', diff.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        AppendLines(text, ink, ' ', diff.PiecesOld[at.._endA]);
    }

    /// <summary>First line from 1 and count, which is left out when it is 1; an empty range names the line before it.</summary>
    private static string Range(int start, int end) => (end - start) switch
    {
        0 => $"{start},0",
        1 => $"{start + 1}",
        var count => $"{start + 1},{count}",
    };

    private static void AppendLines(StringBuilder text, Ink ink, char mark, string[] lines)
    {
        foreach (var line in lines)
        {
            var shown = mark + line.TrimEnd('\n');
            text.Append(mark == ' ' ? shown : ink.Paint(mark == '-' ? InkStyle.Error : InkStyle.Good, shown)).Append('\n');
            if (!line.EndsWith('\n'))
            {
                text.Append("\\ No newline at end of file\n");
            }
        }
    }
}
