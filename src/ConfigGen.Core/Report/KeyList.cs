using System.Buffers;
using System.Text;
using System.Text.Json;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Report;

/// <summary>Lists of keys, for people and for programs.</summary>
public static class KeyList
{
    private const string NoTopic = "(no topic)";
    private const int MaxKeyWidth = 44;

    /// <summary>Under a line for each topic, in ordinal order; keys that nothing is written about come last.</summary>
    public static string ByTopic(IReadOnlyCollection<ListedKey> keys)
    {
        var text = new StringBuilder();
        foreach (var topic in keys.GroupBy(k => k.Topic ?? NoTopic, StringComparer.Ordinal).OrderBy(g => g.Key == NoTopic).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(Visible.Line(topic.Key)).Append('\n');
            AppendKeys(text, [.. topic], "  ", withTopic: false);
        }

        return text.ToString();
    }

    /// <summary>In the order given, each with its topic.</summary>
    public static string Ranked(IReadOnlyCollection<ListedKey> keys)
    {
        var text = new StringBuilder();
        AppendKeys(text, keys, "", withTopic: true);
        return text.ToString();
    }

    /// <summary>Topics with the number of their keys.</summary>
    public static string Topics(IReadOnlyCollection<(string Topic, int Keys)> topics)
    {
        var width = topics.Select(t => t.Topic.Length).DefaultIfEmpty().Max();
        return string.Concat(topics.Select(t => $"{t.Topic.PadRight(width)}  {t.Keys} {(t.Keys == 1 ? "key" : "keys")}\n"));
    }

    /// <summary>The keys in the order given, as one JSON document.</summary>
    public static string ToJson(IReadOnlyCollection<ListedKey> keys) => Document("keys", keys, (json, key) =>
    {
        json.WriteString("key", key.Key);
        json.WriteString("topic", key.Topic);
        json.WriteString("summary", key.Entry?.Summary);
        json.WriteString("unit", key.Entry?.Unit);
    });

    /// <summary>The topics, as one JSON document.</summary>
    public static string TopicsToJson(IReadOnlyCollection<(string Topic, int Keys)> topics) => Document("topics", topics, (json, topic) =>
    {
        json.WriteString("topic", topic.Topic);
        json.WriteNumber("keys", topic.Keys);
    });

    private static void AppendKeys(StringBuilder text, IReadOnlyCollection<ListedKey> keys, string indent, bool withTopic)
    {
        var width = keys.Select(k => k.Key.Length).Where(l => l <= MaxKeyWidth).DefaultIfEmpty().Max();
        foreach (var key in keys)
        {
            var said = key.Entry is { } entry ? (withTopic ? $"[{entry.Topic}] " : "") + PlainMarkdown.Inline(entry.Summary) : "";
            text.Append(indent).Append(Visible.Line(said.Length > 0 ? $"{key.Key.PadRight(width)}  {said}" : key.Key)).Append('\n');
        }
    }

    private static string Document<T>(string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonReport.Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
