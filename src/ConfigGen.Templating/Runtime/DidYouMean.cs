namespace ConfigGen.Templating.Runtime;

/// <summary>Finds the known name that a wrong one was probably meant to be.</summary>
internal static class DidYouMean
{
    private const int MaximumDistance = 2;
    private const int MaximumLength = 64;

    /// <summary>A sentence with the nearest name, or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> known)
    {
        var allowed = Math.Min(MaximumDistance, name.Length / 2);
        var best = known
            .Where(candidate => candidate.Length <= MaximumLength && name.Length <= MaximumLength)
            .Select(candidate => (candidate, distance: Distance(name, candidate)))
            .Where(pair => pair.distance <= allowed)
            .OrderBy(static pair => pair.distance)
            .ThenBy(static pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is null ? "" : $" Did you mean `{best.candidate}`?";
    }

    /// <summary>Characters to insert, delete or replace.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
