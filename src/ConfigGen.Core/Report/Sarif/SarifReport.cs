using System.Buffers;
using System.Text;
using System.Text.Json;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Report.Sarif;

/// <summary>Findings as SARIF 2.1.0, for code scanning and viewers; what specs accept is in it as suppressed.</summary>
/// <remarks>Nothing in it changes from run to run: no times, no random ids, no paths of the machine.</remarks>
public static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>One log with one run.</summary>
    public static string Render(RunFindings run)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonReport.Layout))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, run);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>The word for a severity.</summary>
    internal static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>A message object.</summary>
    internal static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, RunFindings run)
    {
        var rules = new SarifRules(run);
        json.WriteStartObject();
        WriteTool(json, run, rules);
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", run.IsComplete);
        json.WriteEndObject();
        json.WriteEndArray();
        SarifPlaces.WriteBase(json);
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteResults(json, run, rules);
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, RunFindings run, SarifRules rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "ConfigGen");
        json.WriteString("version", run.ToolVersion);
        rules.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, RunFindings run, SarifRules rules)
    {
        var results = new SarifResults(json, run, rules);
        json.WriteStartArray("results");
        foreach (var finding in run.Findings)
        {
            results.Write(finding, acceptedBy: null);
        }

        foreach (var (finding, entry) in run.Accepted)
        {
            results.Write(finding, entry);
        }

        json.WriteEndArray();
    }
}
