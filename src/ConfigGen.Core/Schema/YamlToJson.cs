using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Schema;

/// <summary>The JSON data model of a YAML node: what JSON Schema judges.</summary>
internal static class YamlToJson
{
    /// <summary>Converts a node; mappings with a key twice keep the first (the reader has reported it).</summary>
    public static JsonDocument Convert(YamlNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            Write(writer, node);
        }

        return JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 256 });
    }

    /// <summary>The node that a JSON Pointer names; the nearest one above when it names none.</summary>
    public static YamlNode Find(YamlNode root, string pointer)
    {
        var node = root;
        foreach (var token in Tokens(pointer))
        {
            var next = node switch
            {
                YamlMapping mapping => mapping[token],
                YamlSequence list when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < list.Items.Length => list.Items[i],
                _ => null,
            };
            if (next is null)
            {
                return node;
            }

            node = next;
        }

        return node;
    }

    /// <summary>The unescaped parts of a JSON Pointer.</summary>
    public static string[] Tokens(string pointer) =>
        pointer.Length == 0
            ? []
            : [.. pointer.Split('/').Skip(1).Select(t => t.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    private static void Write(Utf8JsonWriter writer, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                WriteMapping(writer, mapping);
                break;
            case YamlSequence list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case YamlScalar scalar:
                WriteScalar(writer, scalar);
                break;
        }
    }

    private static void WriteMapping(Utf8JsonWriter writer, YamlMapping mapping)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (var entry in mapping.Entries)
        {
            if (seen.Add(entry.Key.Value))
            {
                writer.WritePropertyName(entry.Key.Value);
                Write(writer, entry.Value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteScalar(Utf8JsonWriter writer, YamlScalar scalar)
    {
        switch (scalar.Kind)
        {
            case YamlKind.Null:
                writer.WriteNullValue();
                break;
            case YamlKind.Boolean:
                writer.WriteBooleanValue(scalar.Value[0] is 't' or 'T');
                break;
            case YamlKind.Integer when TryInteger(scalar.Value, out var integer):
                writer.WriteRawValue(integer.ToString(CultureInfo.InvariantCulture));
                break;
            case YamlKind.Float when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteStringValue(scalar.Value);
                break;
        }
    }

    private static bool TryInteger(string text, out BigInteger value)
    {
        value = default;
        if (text.Length > 64)
        {
            return false;
        }

        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return BigInteger.TryParse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        }

        if (text.StartsWith("0o", StringComparison.Ordinal))
        {
            value = text[2..].Aggregate(BigInteger.Zero, (sum, digit) => (sum * 8) + (digit - '0'));
            return true;
        }

        return BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
