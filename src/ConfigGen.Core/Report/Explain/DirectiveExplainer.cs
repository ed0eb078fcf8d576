using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;

namespace ConfigGen.Core.Report.Explain;

/// <summary>Directives, in each of their spellings.</summary>
internal sealed class DirectiveExplainer(ExplainTarget? target)
{
    private const string Manager = "Manager";

    private static readonly UnitCatalog Units = UnitCatalog.BuiltIn;

    private static readonly DirectiveCatalog Entries = DirectiveCatalog.BuiltIn;

    /// <summary>What a list says about a directive: what is written, or that the target does not know it.</summary>
    public static string Says(string directive, ExplainTarget? target) =>
        target?.Systemd is { } version && Units.Find(directive) is { } fact && fact.Places.All(p => p.On(version) == Existence.Absent)
            ? $"not known to {target.Name}"
            : Entries.Find(directive)?.Summary ?? "";

    /// <summary>A directive as it stands, in any section; null when it is none.</summary>
    public Explanation? Explain(string name) => IsKnown(name) ? Page(name, section: null) : null;

    /// <summary><c>[Service] Nice</c>, <c>Service.Nice</c> or <c>Nice=</c>, also with a value; null when it is written in none of these ways.</summary>
    public Explanation? ExplainSpelledOut(string text)
    {
        var (section, rest) = SplitSection(text);
        var sign = rest.IndexOf('=', StringComparison.Ordinal);
        var name = (sign >= 0 ? rest[..sign] : rest).Trim();
        return section is null && sign < 0 || !IsKnown(name) ? null : Page(name, section);
    }

    /// <summary>A directive in other letters, such as limitnofile; null when it is none.</summary>
    public Explanation? ExplainAnyCase(string text) =>
        Units.Directives.Concat(Entries.Names).FirstOrDefault(d => string.Equals(d, text, StringComparison.OrdinalIgnoreCase)) is { } name ? Explain(name) : null;

    private static (string? Section, string Name) SplitSection(string text)
    {
        var end = text.IndexOfAny(['.', ']']);
        if (end < 0 || (text[end] == ']') != text.StartsWith('['))
        {
            return (null, text);
        }

        var section = text[..end].TrimStart('[').Trim();
        return section == Manager || Units.Sections.Contains(section, StringComparer.Ordinal) ? (section, text[(end + 1)..].Trim()) : (null, text);
    }

    private static bool IsKnown(string name) => Units.Find(name) is not null || Entries.Find(name) is not null;

    private Explanation Page(string name, string? section)
    {
        var (places, entry) = (Units.Find(name)?.Places ?? [], Entries.Find(name));
        var inSection = places.Where(p => section is null || p.Section == section).ToImmutableArray();
        if (section is not null && inSection.IsEmpty && entry?.Section != section)
        {
            var homes = PageText.And(places.Select(p => p.Section).Append(entry?.Section).OfType<string>().Order(StringComparer.Ordinal).Select(s => $"[{s}]"));
            return Explanation.Wrong($"{name} is not known in [{section}]; it is in {homes}.");
        }

        if (target is not null && target.Systemd is null)
        {
            return Explanation.Wrong($"\"{target.Name}\" says nothing about systemd; name a platform such as debian-12, or leave --target out.");
        }

        var notes = Units.Notes(name).Where(n => section is null || n.Section is null || n.Section == section);
        return Explanation.Of(new DirectivePage(name, entry, inSection, [.. notes]) { Target = target });
    }
}
