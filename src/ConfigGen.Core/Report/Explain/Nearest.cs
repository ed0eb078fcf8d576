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
            : IsPath(name) ? SysctlCatalog.BuiltIn.Suggest(name)
            : [.. Words(Bare(name), topics)];
        return closest.IsEmpty ? "" : $" Did you mean {string.Join(" or ", closest)}?";
    }

    private static bool IsPath(string name) => name.AsSpan().IndexOfAny('.', '/') >= 0 && !char.IsAsciiLetterUpper(name[0]);

    /// <summary>A directive without the section before it and the sign behind it.</summary>
    private static string Bare(string name) => name[(name.AsSpan().LastIndexOfAny(". ]") + 1)..].TrimEnd('=');

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
