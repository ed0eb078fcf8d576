using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>Reads an entry from its lines in curated.pack: the name of a field, then its values; list fields have one line per item.</summary>
internal static class CuratedReader
{
    public static CuratedEntry Read(string key, ImmutableArray<ImmutableArray<string>> lines)
    {
        string? One(string name) => lines.FirstOrDefault(l => l[0] == name) is { IsDefault: false } line ? line[1] : null;
        ImmutableArray<string> Many(string name, string separator) => [.. lines.Where(l => l[0] == name).Select(l => string.Join(separator, l.Skip(1)))];
        return new CuratedEntry(key, One("topic") ?? "", One("summary") ?? "")
        {
            Unit = One("unit"),
            Fields = Many("field", ": "),
            Values = Many("value", ": "),
            Bits = Many("bit", ": "),
            Default = One("default"),
            DefaultScalesWith = One("default_scales_with"),
            DefaultFormula = One("default_formula"),
            Why = One("why"),
            Risk = One("risk"),
            TakesEffect = One("takes_effect"),
            OneWay = One("one_way") == "true",
            Since = Version(One("since")),
            Until = Version(One("until")),
            ReplacedBy = One("replaced_by"),
            Obsolete = One("obsolete"),
            ObsoleteSince = Version(One("obsolete_since")),
            Relations = [.. lines.Where(l => l[0] == "relation").Select(l => l[3].Length == 0 ? $"{l[1]} {l[2]}" : $"{l[1]} {l[2]}: {l[3]}")],
            References = [.. lines.Where(l => l[0] == "reference").Select(l => l[2].Length == 0 ? l[1] : $"{l[1]}: {l[2]}")],
            ValidExamples = Many("valid", " "),
            InvalidExamples = Many("invalid", " "),
        };
    }

    private static KernelVersion? Version(string? text) => text is not null && KernelVersion.TryParse(text, out var version) ? version : null;
}
