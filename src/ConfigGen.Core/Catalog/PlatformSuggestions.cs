using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Catalog;

/// <summary>Did you mean: platforms near a mistyped one, and those that people call by another name (alma-9, centos-9, debian-bookworm).</summary>
internal static class PlatformSuggestions
{
    private const int Limit = 4;

    public static ImmutableArray<string> For(string id, IEnumerable<Platform> known, int max)
    {
        var wanted = id.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        return
        [
            .. known.Select(p => (p.Id, Score: Score(wanted, p))).Where(p => p.Score <= Limit && p.Id != id)
                .OrderBy(p => p.Score).ThenBy(p => p.Id, StringComparer.Ordinal).Take(max).Select(p => p.Id),
        ];
    }

    private static int Score(string wanted, Platform platform)
    {
        var distance = EditDistance.Between(wanted, platform.Id, Limit);
        return IsSameRelease(wanted, platform.Id) || platform.Id.EndsWith($"-{wanted}", StringComparison.Ordinal) || HasCodeName(wanted, platform.Title) ? Math.Min(distance, 1) : distance;
    }

    /// <summary>The same number, and one name within the other.</summary>
    private static bool IsSameRelease(string wanted, string known)
    {
        var (wantedName, wantedNumber) = Parts(wanted);
        var (knownName, knownNumber) = Parts(known);
        return wantedNumber.Length > 0 && wantedNumber == knownNumber && wantedName.Length > 2
            && (knownName.Contains(wantedName, StringComparison.Ordinal) || wantedName.Contains(knownName, StringComparison.Ordinal));
    }

    private static bool HasCodeName(string wanted, string title) =>
        title.IndexOf('(', StringComparison.Ordinal) is > 0 and var at
        && title[(at + 1)..].TrimEnd(')').ToLowerInvariant().Split([' ', ',']).Intersect(wanted.Split('-'), StringComparer.Ordinal).Any();

    private static (string Name, string Number) Parts(string id)
    {
        var digit = id.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        return digit < 0 ? (id, "") : (id[..digit].TrimEnd('-'), id[digit..]);
    }
}
