namespace ConfigGen.Cli;

/// <summary>What somebody probably meant to type.</summary>
internal static class Closest
{
    /// <summary>The known word nearest to a mistyped one, if it is near enough; among equals the first in ordinal order.</summary>
    public static string? To(string word, IEnumerable<string> known) => known
        .Select(k => (Word: k, Distance: Distance(word, k)))
        .Where(k => k.Distance <= Math.Max(1, word.Length / 3))
        .OrderBy(k => k.Distance)
        .ThenBy(k => k.Word, StringComparer.Ordinal)
        .Select(k => k.Word)
        .FirstOrDefault();

    /// <summary>Insertions, deletions, replacements and swaps of neighbours between two words, ignoring case.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = Cell(a, b, i, j, rows);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Cell(string a, string b, int i, int j, int[,] rows)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
        var swapped = i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]);
        return swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
