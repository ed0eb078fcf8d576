using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Raw;

/// <summary>Keys with *, ? or [ stand for every file below /proc/sys that they match (glob(7)); no star crosses a folder.</summary>
internal static class SysctlPattern
{
    /// <summary>Whether a key is among those that a pattern stands for.</summary>
    public static bool Matches(SysctlKey pattern, SysctlKey key)
    {
        var (wanted, parts) = (pattern.Parts, key.Parts);
        return wanted.Length == parts.Length && wanted.Zip(parts).All(pair => Part(pair.First, pair.Second));
    }

    // A leading dot is matched by a dot alone; no name below /proc/sys has one.
    private static bool Part(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        // Where the last star stood, and what it stands for so far: more of it is tried on a mismatch.
        var (p, t, star, taken) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, taken) = (p++, t);
            }
            else if (One(pattern, p, text[t]) is var next and > 0)
            {
                (p, t) = (next, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++taken);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').Length == 0;
    }

    // The place after what matches one character; 0 where it does not.
    private static int One(ReadOnlySpan<char> pattern, int at, char c)
    {
        if (at >= pattern.Length)
        {
            return 0;
        }

        var close = pattern[at] == '[' ? ClosingBracket(pattern, at) : -1;
        return close > 0 ? (InBrackets(pattern[(at + 1)..close], c) ? close + 1 : 0)
            : pattern[at] == '?' || pattern[at] == c ? at + 1
            : 0;
    }

    // A bracket directly after the opening one, or after its negation, is one of the characters.
    private static int ClosingBracket(ReadOnlySpan<char> pattern, int open)
    {
        var first = open + 1 < pattern.Length && pattern[open + 1] is '!' or '^' ? open + 2 : open + 1;
        var found = first + 1 < pattern.Length ? pattern[(first + 1)..].IndexOf(']') : -1;
        return found < 0 ? -1 : first + 1 + found;
    }

    private static bool InBrackets(ReadOnlySpan<char> set, char c)
    {
        var isNegated = set is ['!' or '^', ..];
        set = isNegated ? set[1..] : set;
        for (var i = 0; i < set.Length; i++)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            if (isRange ? c >= set[i] && c <= set[i + 2] : c == set[i])
            {
                return !isNegated;
            }

            i += isRange ? 2 : 0;
        }

        return isNegated;
    }
}
