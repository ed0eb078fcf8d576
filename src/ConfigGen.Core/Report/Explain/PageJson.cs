using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace ConfigGen.Core.Report.Explain;

/// <summary>Pages for programs: one document each, whose first property is the kind of page.</summary>
internal static class PageJson
{
    /// <summary>The document of one page.</summary>
    public static string Write(string kind, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonReport.Layout))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>A list of texts.</summary>
    public static void WriteList(this Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of names with what there is to say about each.</summary>
    public static void WriteLines(this Utf8JsonWriter json, string name, ImmutableArray<NamedLine> lines)
    {
        json.WriteStartArray(name);
        foreach (var (key, says) in lines)
        {
            json.WriteStartObject();
            json.WriteString("name", key);
            json.WriteString("summary", says.Length > 0 ? says : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
