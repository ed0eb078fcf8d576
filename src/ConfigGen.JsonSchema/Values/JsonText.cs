using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>
/// Strings of a JSON document. The framework refuses to read strings with half a surrogate pair, which JSON allows
/// (RFC 8259, section 8.2); here they are read as they are.
/// </summary>
internal static class JsonText
{
    public static string Of(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)));
        }
    }

    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return NameFromSource(property);
        }
    }

    public static bool HasProperty(JsonElement instance, string name)
    {
        try
        {
            return instance.TryGetProperty(name, out _);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The first means half a surrogate pair in the instance, the second in the name that is looked for.
            return new SchemaMembers(instance).Find(name) is not null;
        }
    }

    /// <summary>The text as a JSON string value.</summary>
    public static JsonElement ToElement(string text)
    {
        var json = new StringBuilder("\"", text.Length + 2);
        foreach (char c in text)
        {
            _ = c is >= ' ' and <= '~' and not '"' and not '\\' ? json.Append(c) : json.Append($"\\u{(int)c:x4}");
        }
        var reader = new Utf8JsonReader(Encoding.ASCII.GetBytes(json.Append('"').ToString()));
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The length as JSON Schema counts it: Unicode code points, half a surrogate pair being one.</summary>
    public static int CodePoints(string text)
    {
        int count = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
                i++;
            }
        }
        return count;
    }

    private static string NameFromSource(JsonProperty property)
    {
        try
        {
            return Unescape(property.ToString());
        }
        catch (InvalidOperationException)
        {
            // Not even UTF-8: such a name equals no name a schema can hold.
            return "\uFFFD";
        }
    }

    /// <summary>Reads the string literal that the JSON text begins with.</summary>
    private static string Unescape(string json)
    {
        var text = new StringBuilder();
        int i = 1;
        while (json[i] != '"')
        {
            i = json[i] == '\\' ? UnescapeOne(json, i + 1, text) : AppendOne(json, i, text);
        }
        return text.ToString();
    }

    private static int AppendOne(string json, int at, StringBuilder text)
    {
        text.Append(json[at]);
        return at + 1;
    }

    private static int UnescapeOne(string json, int at, StringBuilder text)
    {
        if (json[at] == 'u')
        {
            text.Append((char)ushort.Parse(json.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            return at + 5;
        }
        text.Append(json[at] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c });
        return at + 1;
    }
}
