using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ConfigGen.Core.Catalog.Systemd;

namespace ConfigGen.Core.Report.Explain;

/// <summary>A directive page for programs.</summary>
internal static class DirectiveJson
{
    /// <summary>One document; properties about which nothing is known are null.</summary>
    public static string Render(DirectivePage page) => PageJson.Write("directive", json =>
    {
        var entry = page.Entry;
        json.WriteString("directive", page.Name);
        json.WriteString("target", page.Target?.Name);
        json.WriteString("topic", entry?.Topic);
        json.WriteString("summary", entry?.Summary);
        json.WriteString("takes", page.Takes);
        json.WriteString("unit", entry?.Unit);
        json.WriteList("values", entry?.Values ?? []);
        json.WriteString("default", entry?.Default);
        json.WriteString("scale", entry?.Scale);
        WriteNumber(json, "since", entry?.Since);
        WriteNotes(json, page.Notes);
        WriteSections(json, page);
        json.WriteList("related", entry?.See ?? []);
        json.WriteList("references", entry?.References ?? []);
    });

    private static void WriteNotes(Utf8JsonWriter json, ImmutableArray<DirectiveNote> notes)
    {
        json.WriteStartArray("obsolete");
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteString("section", note.Section);
            json.WriteList("values", note.Values);
            WriteNumber(json, "deprecated", note.Deprecated);
            WriteNumber(json, "ignored", note.Ignored);
            json.WriteString("instead", note.Instead);
            json.WriteString("note", note.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSections(Utf8JsonWriter json, DirectivePage page)
    {
        json.WriteStartArray("sections");
        foreach (var place in page.Places.OrderBy(p => p.Section, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("section", place.Section);
            json.WriteStartObject("parsers");
            foreach (var version in page.Target?.Systemd is { } asked ? [asked] : place.Versions)
            {
                json.WriteString(version.ToString(CultureInfo.InvariantCulture), place.TypeOn(version));
            }

            json.WriteEndObject();
            json.WriteString("existence", page.Target?.Systemd is { } target ? page.On(place, target).ToString().ToLowerInvariant() : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("manager", page.Entry?.Section);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
