using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Catalog;

/// <summary>A key with what is written about it, for lists.</summary>
/// <param name="Key">In sysctl spelling.</param>
/// <param name="Entry">Null where nothing is written about it.</param>
public sealed record ListedKey(string Key, CuratedEntry? Entry)
{
    /// <summary>The topic of the entry; null without one.</summary>
    public string? Topic => Entry?.Topic;
}

/// <summary>Finds keys of a catalogue by name, topic and meaning.</summary>
/// <remarks>The same question has the same answer in the same order.</remarks>
public sealed class KeySearch(SysctlCatalog catalog)
{
    // A word of the name says more than one of the prose, and a whole word more than a part of one.
    private const int InName = 16;
    private const int InNamePart = 8;
    private const int InTopic = 6;
    private const int InSummary = 4;
    private const int InMeaning = 2;
    private const int InMore = 1;

    private readonly Lazy<ImmutableArray<ListedKey>> all = new(() => [.. catalog.Keys.Select(key => new ListedKey(key, catalog.Curated(key)))]);

    /// <summary>Every key, in ordinal order.</summary>
    public ImmutableArray<ListedKey> All => all.Value;

    /// <summary>Every topic with the number of its keys, in ordinal order.</summary>
    public ImmutableArray<(string Topic, int Keys)> Topics() =>
        [.. All.Where(k => k.Topic is not null).CountBy(k => k.Topic!, StringComparer.Ordinal).Select(t => (t.Key, t.Value)).OrderBy(t => t.Key, StringComparer.Ordinal)];

    /// <summary>The keys that match a pattern (null: all): <c>*</c> and <c>?</c> as in file names, and without either any part of a name.</summary>
    public ImmutableArray<ListedKey> List(string? pattern, string? topic)
    {
        var wanted = pattern is null ? null : Dotted(pattern);
        return [.. All.Where(k => (wanted is null || Matches(wanted, k.Key)) && (topic is null || k.Topic == topic))];
    }

    /// <summary>The keys in whose name, topic, summary or meaning every word stands, best first, ties in ordinal order.</summary>
    public ImmutableArray<ListedKey> Search(IEnumerable<string> words)
    {
        var wanted = words.SelectMany(w => w.ToLowerInvariant().Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).ToList();
        return wanted.Count == 0
            ? []
            : [.. All.Select(k => (Key: k, Score: Score(k, wanted))).Where(k => k.Score > 0).OrderByDescending(k => k.Score).ThenBy(k => k.Key.Key, StringComparer.Ordinal).Select(k => k.Key)];
    }

    /// <summary>Words of names and topics that look like one that finds nothing, best first.</summary>
    public ImmutableArray<string> Suggest(string word, int max = 3) =>
        Spelling.Closest(word, All.SelectMany(k => k.Key.Split('.', '_', '-', '/').Append(k.Topic ?? "")).Where(w => w.Length > 2).Distinct(StringComparer.Ordinal), max);

    private static int Score(ListedKey key, List<string> words)
    {
        var scores = words.Select(word => Score(key, word)).ToList();
        return scores.Contains(0) ? 0 : scores.Sum();
    }

    private static int Score(ListedKey key, string word)
    {
        var name = key.Key.ToLowerInvariant();
        var score = Stands(name, Dotted(word)) switch { true => InName, false => InNamePart, null => 0 };
        if (key.Entry is not { } entry)
        {
            return score;
        }

        score += Stands(entry.Topic, word) is null ? 0 : InTopic;
        score += Stands(entry.Summary, word) is null ? 0 : InSummary;
        score += entry.Values.Concat(entry.Bits).Concat(entry.Fields).Any(text => Stands(text, word) is not null) ? InMeaning : 0;
        return score + (new[] { entry.Why, entry.Risk, entry.Obsolete }.Any(text => text is not null && Stands(text, word) is not null) ? InMore : 0);
    }

    /// <summary>True as a word of its own, false as the start of one (so that "limit" finds "limits", and "ack" no "back"); null not at all.</summary>
    private static bool? Stands(string text, string word)
    {
        bool? found = null;
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                if (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]))
                {
                    return true;
                }

                found = false;
            }
        }

        return found;
    }

    /// <summary>Both spellings are taken, as elsewhere: the first separator decides.</summary>
    private static string Dotted(string name) =>
        name.AsSpan().IndexOfAny('.', '/') is >= 0 and var first && name[first] == '/' ? name.Replace('/', '.') : name;

    private static bool Matches(string pattern, string key) =>
        pattern.AsSpan().IndexOfAny('*', '?') < 0 ? key.Contains(pattern, StringComparison.OrdinalIgnoreCase) : MatchesGlob(pattern, key);

    private static bool MatchesGlob(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        // Only the last star needs to be tried again: what an earlier one took may stay as short as it is.
        var (p, t, star, restart) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, restart) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++restart);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
