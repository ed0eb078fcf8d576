using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Report.Explain;

/// <summary>Patterns of sysctl.d: glob(7) over the files below /proc/sys, so that no sign stands for a separator.</summary>
internal static class PathPattern
{
    /// <summary>Whether the pattern stands for the key.</summary>
    public static bool Matches(SysctlKey pattern, SysctlKey key)
    {
        var (wanted, parts) = (pattern.Parts, key.Parts);
        return wanted.Length == parts.Length && wanted.Zip(parts).All(pair => Matches(pair.First, pair.Second));
    }

    // The place to go back to is the last * only, which keeps hostile patterns linear in the product of both lengths.
    private static bool Matches(string pattern, string text)
    {
        var (p, t, star, resume) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && Single(pattern, p, text[t]) is var length and > 0)
            {
                (p, t) = (p + length, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).Trim('*').IsEmpty;
    }

    /// <summary>How much of the pattern stands for the character; 0 when it does not.</summary>
    private static int Single(string pattern, int at, char c)
    {
        var end = pattern[at] == '[' ? pattern.IndexOf(']', Math.Min(at + 2, pattern.Length)) : -1;
        return end >= 0 ? (InClass(pattern[(at + 1)..end], c) ? end - at + 1 : 0)
            : pattern[at] == '?' || pattern[at] == c ? 1 : 0;
    }

    private static bool InClass(string set, char c)
    {
        var negated = set[0] is '!' or '^';
        var found = false;
        for (var i = negated ? 1 : 0; i < set.Length; i++)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            found |= isRange ? c >= set[i] && c <= set[i + 2] : c == set[i];
            i += isRange ? 2 : 0;
        }

        return found != negated;
    }
}
