using System.Globalization;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>JSON Pointer (RFC 6901).</summary>
internal static class JsonPointer
{
    public static string Escape(string token) => token.AsSpan().IndexOfAny('~', '/') < 0
        ? token
        : token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unescape(string token) =>
        token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>The value that the escaped reference tokens lead to, or null.</summary>
    public static JsonElement? Follow(JsonElement from, ReadOnlySpan<string> tokens)
    {
        JsonElement? current = from;
        foreach (string token in tokens)
        {
            current = current is { } value ? Step(value, Unescape(token)) : null;
        }
        return current;
    }

    private static JsonElement? Step(JsonElement value, string token) => value.ValueKind switch
    {
        JsonValueKind.Object => new SchemaMembers(value).Find(token),
        JsonValueKind.Array when IsIndex(token, out int index) && index < value.GetArrayLength() => value[index],
        _ => null,
    };

    private static bool IsIndex(string token, out int index) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index) && (token.Length == 1 || token[0] != '0');
}
