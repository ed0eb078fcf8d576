using System.Text;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Report;

/// <summary>The line that a span starts on, with marks under the span; long lines are cut around it.</summary>
/// <param name="Code">The line as a terminal shows it.</param>
/// <param name="Marks">Spaces, then <c>^~~~</c> under the span, as wide as it is drawn.</param>
internal sealed record Snippet(string Code, string Marks)
{
    private const string Cut = "…";

    /// <summary>Cells of a line that are shown.</summary>
    private const int Width = 120;

    /// <summary>Cells before the span that are shown of a line that is cut.</summary>
    private const int Before = 40;

    /// <summary>The snippet of a span. A span over several lines is marked to the end of its first.</summary>
    public static Snippet Of(SourceSpan span)
    {
        var (start, end) = (span.Start, span.End);
        var line = Secrets.Mask(span.Source.LineAt(start.Line));
        var first = Math.Min(start.Column - 1, line.Length);
        var last = end.Line == start.Line ? Math.Min(end.Column - 1, line.Length) : line.Length;
        return Of(line, first, Math.Max(first, last));
    }

    private static Snippet Of(string line, int first, int last)
    {
        var from = Math.Max(0, first - Width);
        var to = Math.Min(line.Length, first + (2 * Width));
        var glyphs = Glyph.Read(line, from, to);
        if (from > 0 || to < line.Length || Cells(glyphs) > Width)
        {
            glyphs = Window(glyphs, first);
        }

        var left = glyphs.Count > 0 && glyphs[0].Offset > 0 ? Cut : "";
        var right = glyphs.Count > 0 && glyphs[^1].Offset + 2 < line.Length ? Cut : "";
        var code = new StringBuilder(left);
        glyphs.ForEach(g => code.Append(g.Text));
        var indent = left.Length + Cells(glyphs.TakeWhile(g => g.Offset < first));
        var marked = Cells(glyphs.Where(g => g.Offset >= first && g.Offset < last));
        return new Snippet(code.Append(right).ToString().TrimEnd(), new string(' ', indent) + "^" + new string('~', Math.Max(marked - 1, 0)));
    }

    private static List<Glyph> Window(List<Glyph> glyphs, int first)
    {
        var at = glyphs.FindIndex(g => g.Offset >= first);
        var start = at < 0 ? glyphs.Count : at;
        for (var room = Before; start > 0 && room - glyphs[start - 1].Cells >= 0; start--)
        {
            room -= glyphs[start - 1].Cells;
        }

        var end = start;
        for (var room = Width; end < glyphs.Count && room - glyphs[end].Cells >= 0; end++)
        {
            room -= glyphs[end].Cells;
        }

        return glyphs.GetRange(start, end - start);
    }

    private static int Cells(IEnumerable<Glyph> glyphs) => glyphs.Sum(g => g.Cells);
}
