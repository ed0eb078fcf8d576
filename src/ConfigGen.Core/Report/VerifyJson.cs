using System.Buffers;
using System.Text;
using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Verify;

namespace ConfigGen.Core.Report;

/// <summary>How specs fare on hosts, for programs: one JSON document, format version 1 (<c>schemas/verify.v1.schema.json</c>); properties are added, never changed or removed.</summary>
public static class VerifyJson
{
    /// <summary>Every setting, also those in force.</summary>
    /// <param name="results">In the order in which they are written.</param>
    /// <param name="findings">What is wrong with specs and dumps.</param>
    public static string Render(IReadOnlyCollection<HostVerification> results, IReadOnlyCollection<Finding> findings)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonReport.Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteBoolean("drift", results.Any(r => r.HasDrift));
            json.WriteStartArray("hosts");
            foreach (var result in results)
            {
                Write(json, result);
            }

            json.WriteEndArray();
            JsonReport.WriteFindings(json, findings);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, HostVerification result)
    {
        json.WriteStartObject();
        json.WriteString("host", result.Host);
        json.WriteString("spec", result.Spec);
        json.WriteString("kernel", result.Kernel);
        json.WriteString("platform", result.Platform);
        json.WriteBoolean("drift", result.HasDrift);
        json.WriteStartArray("settings");
        foreach (var setting in result.Settings)
        {
            Write(json, setting);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, VerifiedSetting setting)
    {
        json.WriteStartObject();
        json.WriteString("setting", setting.Name);
        json.WriteString("status", VerifyWords.Of(setting.Status));
        json.WriteString("wanted", setting.Wanted);
        json.WriteString("found", setting.Found);
        json.WriteString("detail", setting.Detail);
        json.WriteString("file", setting.Span.Source.Path);
        json.WriteNumber("line", setting.Span.Start.Line);
        json.WriteStartArray("writers");
        foreach (var writer in setting.Writers)
        {
            json.WriteStartObject();
            json.WriteString("path", writer.Path);
            if (writer.Line is { } line)
            {
                json.WriteNumber("line", line);
            }

            json.WriteString("value", writer.Value);
            json.WriteString("what", writer.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
