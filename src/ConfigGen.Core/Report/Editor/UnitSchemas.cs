using System.Globalization;
using System.Text.Json;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Report.Explain;

namespace ConfigGen.Core.Report.Editor;

/// <summary>The part of the editor's schema about units: sections by the kind of unit, directives by section.</summary>
internal sealed class UnitSchemas(UnitCatalog units, DirectiveCatalog directives)
{
    private static readonly string[] Kinds = ["service", "socket", "slice", "timer", "mount", "automount", "path", "swap", "scope", "target", "device"];

    private static readonly string[] Managers = ["system.conf", "user.conf"];

    /// <summary>Units by the ending of their name.</summary>
    public static void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("patternProperties");
        foreach (var (pattern, name) in Kinds.Select(k => ($"\\.{k}$", k)).Concat(Managers.Select(m => ($"^{m.Replace(".", "\\.", StringComparison.Ordinal)}$", m))))
        {
            json.WriteStartObject(pattern);
            json.WriteString("$ref", "#/$defs/unit." + name);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Units, sections and directives.</summary>
    public void WriteDefinitions(Utf8JsonWriter json)
    {
        foreach (var kind in Kinds)
        {
            WriteUnit(json, kind, UnitKind.Of("x." + kind)!);
        }

        foreach (var manager in Managers)
        {
            WriteUnit(json, manager, UnitKind.Of(manager)!);
        }

        foreach (var section in Sections())
        {
            WriteSection(json, section, [.. InSection(section)]);
        }

        foreach (var directive in units.Directives.Concat(ManagerDirectives()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            json.WriteStartObject("directive." + directive);
            WriteDirective(json, directive);
            json.WriteEndObject();
        }
    }

    private static IEnumerable<string> Sections() =>
        Kinds.Select(k => UnitKind.Of("x." + k)!).Concat(Managers.Select(m => UnitKind.Of(m)!))
            .SelectMany(k => k.Sections).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    // system.conf's directives are in no dump: those that something is written about.
    private IEnumerable<string> InSection(string section) => section == "Manager" ? ManagerDirectives() : units.Names(section);

    private IEnumerable<string> ManagerDirectives() => directives.Names.Where(name => directives.Find(name)?.Section == "Manager");

    private static void WriteUnit(Utf8JsonWriter json, string name, UnitKind kind)
    {
        json.WriteStartObject("unit." + name);
        json.WriteString("title", name);
        json.WriteStartObject("properties");
        foreach (var section in kind.Sections)
        {
            json.WriteStartObject(section);
            json.WriteString("$ref", "#/$defs/section." + section);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter json, string section, List<string> names)
    {
        json.WriteStartObject("section." + section);
        json.WriteString("title", $"[{section}]");
        json.WriteStartObject("properties");
        foreach (var name in names)
        {
            json.WriteStartObject(name);
            json.WriteString("$ref", "#/$defs/directive." + name);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteDirective(Utf8JsonWriter json, string name)
    {
        var (entry, fact, notes) = (directives.Find(name), units.Find(name), units.Notes(name));
        json.WriteString("title", name + "=");
        json.WriteString("description", string.Join("\n\n", Describe(name, entry, fact, [.. notes.Select(NoteText.Of)])));
        if (notes.Any(n => n is { Section: null, Values.IsEmpty: true }))
        {
            json.WriteBoolean("deprecated", true);
        }

        json.WriteString("$ref", "#/$defs/directive");
    }

    private static IEnumerable<string> Describe(string name, DirectiveEntry? entry, DirectiveFact? fact, List<string> notes)
    {
        var takes = entry?.Takes ?? fact?.Places.Select(p => ValueForms.Of(name, p.TypeOn(p.Last) ?? "")).OfType<ValueForm>().FirstOrDefault()?.Description;
        (string Label, string? Text)[] lines =
        [
            ("", entry?.Summary),
            ("Takes: ", takes),
            ("Unit: ", entry?.Unit),
            ("Values: ", entry is { Values.IsEmpty: false } ? string.Join("; ", entry.Values) : null),
            ("Default: ", entry?.Default),
            ("Obsolete: ", notes.Count > 0 ? string.Join(". ", notes) : null),
            ("", fact is null ? null : Known(fact)),
        ];
        return lines.Where(l => !string.IsNullOrEmpty(l.Text)).Select(l => l.Label + l.Text);
    }

    private static string Known(DirectiveFact fact)
    {
        var versions = fact.Places[0].Versions.Where(v => fact.Places.Any(p => p.On(v) == Existence.Exists)).Select(v => v.ToString(CultureInfo.InvariantCulture));
        return $"Known to systemd {string.Join(", ", versions)} (of {string.Join(", ", fact.Places[0].Versions)}).";
    }
}
