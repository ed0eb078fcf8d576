using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Schema;

namespace ConfigGen.Core.Report.Editor;

/// <summary>The schema for editors: the one that specs are validated against, and every key and directive by name, with what is known about it.</summary>
/// <remarks>
/// Editors complete and explain from it. It refuses no spec that the tool accepts: a bound is that of the kernel that takes most, and names that
/// no kernel has are allowed, because the rules say better what is wrong with them. Validating against it would cost more than the rest of a run.
/// </remarks>
public static class EditorSchema
{
    /// <summary>The whole document, indented, ending with a line feed; the same bytes for the same catalogue.</summary>
    public static string Render(SysctlCatalog catalog, UnitCatalog units, DirectiveCatalog directives)
    {
        var keys = new KeySchemas(catalog);
        var sections = new UnitSchemas(units, directives);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var member in SpecSchema.TuningSpec.EnumerateObject())
            {
                WriteMember(json, member, keys, sections);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteMember(Utf8JsonWriter json, JsonProperty member, KeySchemas keys, UnitSchemas sections)
    {
        switch (member.Name)
        {
            case "$schema":
                member.WriteTo(json);
                json.WriteString("$comment", "Generated from the catalogue by `configgen schema --editor`. Do not edit.");
                break;
            case "properties":
                WriteProperties(json, member.Value, keys);
                break;
            case "$defs":
                json.WriteStartObject(member.Name);
                WriteAll(json, member.Value);
                keys.WriteDefinitions(json);
                sections.WriteDefinitions(json);
                json.WriteEndObject();
                break;
            default:
                member.WriteTo(json);
                break;
        }
    }

    private static void WriteProperties(Utf8JsonWriter json, JsonElement properties, KeySchemas keys)
    {
        json.WriteStartObject("properties");
        foreach (var property in properties.EnumerateObject())
        {
            json.WriteStartObject(property.Name);
            WriteAll(json, property.Value);
            if (property.NameEquals("sysctl"))
            {
                keys.WriteProperties(json);
            }
            else if (property.NameEquals("units"))
            {
                UnitSchemas.WriteProperties(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter json, JsonElement members)
    {
        foreach (var member in members.EnumerateObject())
        {
            member.WriteTo(json);
        }
    }
}
