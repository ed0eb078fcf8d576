using System.Collections.Immutable;

namespace ConfigGen.Core.Text;

/// <summary>Did you mean …? Names that are a slip of the keyboard away.</summary>
public static class Spelling
{
    /// <summary>The closest of <paramref name="candidates"/>, at most <paramref name="max"/>, best first; ties in ordinal order.</summary>
    /// <remarks>A candidate counts when it takes at most a third of its letters to be retyped.</remarks>
    public static ImmutableArray<string> Closest(string name, IEnumerable<string> candidates, int max = 3) =>
        [.. candidates
            .Select(candidate => (candidate, distance: EditDistance.Between(Fold(name), Fold(candidate), Limit(candidate))))
            .Where(c => c.distance <= Limit(c.candidate))
            .OrderBy(c => c.distance).ThenBy(c => c.candidate, StringComparer.Ordinal)
            .Take(max)
            .Select(c => c.candidate)];

    /// <summary>" Did you mean 'a' or 'b'?" with a leading blank, or nothing.</summary>
    public static string Question(ImmutableArray<string> closest) => closest.IsEmpty ? "" : $" Did you mean {Or(closest)}?";

    /// <summary>'a', 'b' or 'c'.</summary>
    public static string Or(ImmutableArray<string> names) => Join(names, "or");

    /// <summary>'a', 'b' and 'c'.</summary>
    public static string And(ImmutableArray<string> names) => Join(names, "and");

    private static int Limit(string candidate) => Math.Max(1, candidate.Length / 3);

    private static string Fold(string name) => name.ToLowerInvariant().Replace('-', '_');

    private static string Join(ImmutableArray<string> names, string word) => names.Length switch
    {
        0 => "",
        1 => $"'{names[0]}'",
        _ => $"{string.Join(", ", names[..^1].Select(n => $"'{n}'"))} {word} '{names[^1]}'",
    };
}
