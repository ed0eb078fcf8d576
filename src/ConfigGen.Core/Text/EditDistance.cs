namespace ConfigGen.Core.Text;

/// <summary>How many letters must be added, dropped, changed or swapped with their neighbour (optimal string alignment).</summary>
public static class EditDistance
{
    /// <summary>The distance; anything above the limit is reported as limit + 1.</summary>
    public static int Between(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        var (before, previous, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            if (NextRow(left, right, i, before, previous, current) > limit)
            {
                return limit + 1;
            }

            (before, previous, current) = (previous, current, before);
        }

        return Math.Min(previous[right.Length], limit + 1);
    }

    private static int NextRow(string left, string right, int i, int[] before, int[] previous, int[] current)
    {
        current[0] = i;
        var least = i;
        for (var j = 1; j <= right.Length; j++)
        {
            var cost = left[i - 1] == right[j - 1] ? 0 : 1;
            current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + cost);
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
            {
                current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            least = Math.Min(least, current[j]);
        }

        return least;
    }
}
