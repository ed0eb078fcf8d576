using System.Collections.Immutable;

namespace ConfigGen.Core.Text;

/// <summary>Did you mean …? Names that are a slip of the keyboard away.</summary>
public static class Spelling
{
    /// <summary>The closest of <paramref name="candidates"/>, at most <paramref name="max"/>, best first; ties in ordinal order.</summary>
    /// <remarks>A candidate counts when it takes at most a third of its letters to be retyped.</remarks>
    public static ImmutableArray<string> Closest(string name, IEnumerable<string> candidates, int max = 3) =>
        [.. candidates
            .Select(candidate => (candidate, distance: Distance(Fold(name), Fold(candidate))))
            .Where(c => c.distance <= Math.Max(1, c.candidate.Length / 3))
            .OrderBy(c => c.distance).ThenBy(c => c.candidate, StringComparer.Ordinal)
            .Take(max)
            .Select(c => c.candidate)];

    /// <summary>" Did you mean 'a' or 'b'?" with a leading blank, or nothing.</summary>
    public static string Question(ImmutableArray<string> closest) => closest.IsEmpty ? "" : $" Did you mean {Or(closest)}?";

    /// <summary>'a', 'b' or 'c'.</summary>
    public static string Or(ImmutableArray<string> names) => Join(names, "or");

    /// <summary>'a', 'b' and 'c'.</summary>
    public static string And(ImmutableArray<string> names) => Join(names, "and");

    /// <summary>Edits (insert, delete, replace, swap of neighbours) that turn one word into the other.</summary>
    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 8)
        {
            return Math.Max(a.Length, b.Length);
        }

        var rows = new int[3][] { new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1] };
        for (var j = 0; j <= b.Length; j++)
        {
            rows[0][j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (row, previous, before) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return rows[a.Length % 3][b.Length];
    }

    private static string Fold(string name) => name.ToLowerInvariant().Replace('-', '_');

    private static string Join(ImmutableArray<string> names, string word) => names.Length switch
    {
        0 => "",
        1 => $"'{names[0]}'",
        _ => $"{string.Join(", ", names[..^1].Select(n => $"'{n}'"))} {word} '{names[^1]}'",
    };
}
