namespace ConfigGen.Core.Config;

/// <summary>Matching with wildcards, over characters as over the parts of a path.</summary>
internal static class Wildcard
{
    /// <summary>Whether the whole of a text matches. The last star alone is ever tried again, so the time is bounded by the product of the lengths.</summary>
    /// <param name="isStar">Which items of the pattern stand for any run of items.</param>
    /// <param name="fits">Whether any other item of the pattern stands for an item of the text.</param>
    public static bool Matches<T>(ReadOnlySpan<T> pattern, ReadOnlySpan<T> text, Func<T, bool> isStar, Func<T, T, bool> fits)
    {
        var (p, t, star, retry) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && isStar(pattern[p]))
            {
                (star, retry, p) = (p, t, p + 1);
            }
            else if (p < pattern.Length && fits(pattern[p], text[t]))
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (star >= 0)
            {
                retry++;
                (p, t) = (star + 1, retry);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && isStar(pattern[p]))
        {
            p++;
        }

        return p == pattern.Length;
    }
}
