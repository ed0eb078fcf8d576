using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Report.Explain;

/// <summary>Did you mean: what a mistyped name may stand for, across codes, topics, directives and keys.</summary>
internal static class Nearest
{
    private const int Most = 3;

    /// <summary>" Did you mean a or b?", or nothing.</summary>
    public static string Question(string name, IEnumerable<string> topics)
    {
        var closest = CodePages.IsCode(name) ? Spelling.Closest(name.ToUpperInvariant(), CodePages.Codes, 1)
            : IsPath(name) ? Keys(name)
            : [.. Words(Bare(name), topics)];
        return Question(closest);
    }

    /// <summary>The same for what can only be a topic.</summary>
    public static string TopicQuestion(string name, IEnumerable<string> topics) => Question(Spelling.Closest(name, topics, 1));

    private static string Question(ImmutableArray<string> closest) => closest.IsEmpty ? "" : $" Did you mean {string.Join(" or ", closest)}?";

    /// <summary>Keys near a mistyped one; the interface that it names is kept.</summary>
    private static ImmutableArray<string> Keys(string name)
    {
        var dotted = SysctlKey.TryParse(name, out var key, out _) ? key!.Name : name;
        return KeyPattern.Interface(dotted) is { } own and not (KeyPattern.All or KeyPattern.Default)
            ? [.. SysctlCatalog.BuiltIn.Suggest(KeyPattern.On(dotted, KeyPattern.Default)).Select(k => KeyPattern.On(k, own)).Where(k => k != dotted).Distinct(StringComparer.Ordinal)]
            : SysctlCatalog.BuiltIn.Suggest(name);
    }

    private static bool IsPath(string name) => name.AsSpan().IndexOfAny('.', '/') >= 0 && !char.IsAsciiLetterUpper(name[0]);

    /// <summary>A directive without the section before it and the sign behind it.</summary>
    private static string Bare(string name) => name[(name.AsSpan().LastIndexOfAny('.', ']') + 1)..].Trim().TrimEnd('=');

    private static IEnumerable<string> Words(string word, IEnumerable<string> topics)
    {
        var known = FindingCodes.All.Select(c => c.Name).Concat(topics).Concat(UnitCatalog.BuiltIn.Directives).Concat(DirectiveCatalog.BuiltIn.Names);
        var limit = Math.Clamp(word.Length / 4, 1, Most);
        var near = known.Distinct(StringComparer.Ordinal)
            .Select(k => (Name: k, Distance: EditDistance.Between(word.ToLowerInvariant(), k.ToLowerInvariant(), limit)))
            .Where(k => k.Distance <= limit)
            .OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal)
            .ToList();
        return near.Count > 0 ? near.Where(k => k.Distance == near[0].Distance).Take(Most).Select(k => k.Name) : SysctlCatalog.BuiltIn.Suggest(word);
    }
}
