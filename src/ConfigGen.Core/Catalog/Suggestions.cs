using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Catalog;

/// <summary>Did you mean: known keys near a mistyped one.</summary>
internal static class Suggestions
{
    public static ImmutableArray<string> For(string key, IEnumerable<string> known, int max)
    {
        var wanted = Normal(key);
        return
        [
            .. known.Select(k => (Key: k, Score: Score(wanted, Normal(k)))).Where(k => k.Score <= Limit(wanted) && k.Key != key)
                .OrderBy(k => k.Score).ThenBy(k => k.Key, StringComparer.Ordinal).Take(max).Select(k => k.Key),
        ];
    }

    /// <summary>Underscore and hyphen are the commonest mix-up; it counts as no difference.</summary>
    private static string Normal(string key) => key.Replace('-', '_');

    private static int Limit(string key) => Math.Clamp(key.Length / 8, 1, 4);

    private static int Score(string wanted, string known)
    {
        if (known.EndsWith("." + wanted, StringComparison.Ordinal))
        {
            return 0;
        }

        var limit = Limit(wanted);
        var whole = EditDistance.Between(wanted, known, limit);
        var (wantedLast, knownLast) = (Last(wanted), Last(known));
        var last = wantedLast == knownLast ? 1 : wantedLast.Length < 6 ? limit + 1 : 1 + EditDistance.Between(wantedLast, knownLast, limit);
        return Math.Min(whole, last);
    }

    private static string Last(string key) => key[(key.LastIndexOf('.') + 1)..];
}
