using System.Globalization;
using System.Text;

namespace ConfigGen.Core.Report;

/// <summary>One character as a terminal shows it.</summary>
/// <param name="Text">What is printed: the character itself, or a visible stand-in.</param>
/// <param name="Cells">Columns that it takes: 0 for combining marks, 2 for wide characters.</param>
/// <param name="Offset">Where it stands in the line, in UTF-16 units.</param>
/// <remarks>A class on purpose: lists of value types are compiled at start, which costs more than the few objects of a line.</remarks>
internal sealed record Glyph(string Text, int Cells, int Offset)
{
    private const string Tab = "    ";

    /// <summary>First and last code point of blocks that East Asian Width calls wide, and of emoji that are drawn so.</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
        (0xA000, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6), (0x1B000, 0x1B2FF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The characters of a stretch of a line; a stretch that starts inside a surrogate pair shows its half.</summary>
    public static List<Glyph> Read(string line, int from, int to)
    {
        var glyphs = new List<Glyph>(to - from);
        for (var i = from; i < to;)
        {
            if (Rune.TryGetRuneAt(line, i, out var rune))
            {
                glyphs.Add(Of(rune, i));
                i += rune.Utf16SequenceLength;
            }
            else
            {
                glyphs.Add(Named(line[i], i));
                i++;
            }
        }

        return glyphs;
    }

    private static Glyph Of(Rune rune, int offset) => rune.Value switch
    {
        '\t' => new Glyph(Tab, Tab.Length, offset),
        < 0x20 => new Glyph(((char)(0x2400 + rune.Value)).ToString(), 1, offset),
        0x7f => new Glyph("\u2421", 1, offset),
        < 0x7f => new Glyph(((char)rune.Value).ToString(), 1, offset),
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => new Glyph(rune.ToString(), 0, offset),
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Named(rune.Value, offset),
            _ => new Glyph(rune.ToString(), IsWide(rune.Value) ? 2 : 1, offset),
        },
    };

    private static Glyph Named(int value, int offset)
    {
        var text = $"<U+{value:X4}>";
        return new Glyph(text, text.Length, offset);
    }

    private static bool IsWide(int value) => value >= Wide[0].First && Array.Exists(Wide, r => value >= r.First && value <= r.Last);
}
