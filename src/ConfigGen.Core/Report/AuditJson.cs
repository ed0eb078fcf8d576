using System.Buffers;
using System.Text;
using System.Text.Json;
using ConfigGen.Core.Catalog.Audit;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Report;

/// <summary>Audits for programs: one JSON document, format version 1; properties are added, never changed or removed.</summary>
public static class AuditJson
{
    /// <summary>All tables of a run, in order, and what is wrong with tables that could not be read.</summary>
    /// <param name="results">What came of each.</param>
    /// <param name="findings">About files and rows.</param>
    /// <param name="withUnknown">Also list every fact that the catalogue has no answer to.</param>
    public static string Render(IReadOnlyCollection<AuditResult> results, IReadOnlyCollection<Finding> findings, bool withUnknown)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonReport.Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("tables");
            foreach (var result in results)
            {
                WriteResult(json, result, withUnknown);
            }

            json.WriteEndArray();
            JsonReport.WriteFindings(json, findings);
            json.WriteNumber("contradictions", results.Sum(r => r.Contradictions.Length));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteResult(Utf8JsonWriter json, AuditResult result, bool withUnknown)
    {
        json.WriteStartObject();
        json.WriteString("file", result.Table.Source.Path);
        json.WriteString("kernel", result.Facts.Name);
        json.WriteString("kind", AuditReport.Kind(result));
        json.WriteNumber("rows", result.Table.Rows.Length);
        json.WriteStartArray("aspects");
        foreach (var count in result.Aspects)
        {
            WriteCount(json, count);
        }

        json.WriteEndArray();
        WriteCount(json, result.Total, "all");
        WriteCount(json, result.WithModuleState, "existenceWithModuleState");
        WriteCount(json, result.OfThoseThere, "existenceOfThoseThere");
        WriteCount(json, result.Values, "values");
        WriteDifferences(json, "contradictions", result.Contradictions);
        if (withUnknown)
        {
            WriteDifferences(json, "unknown", result.Unknowns);
        }

        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, AspectCount count, string? property = null)
    {
        if (property is null)
        {
            json.WriteStartObject();
            json.WriteString("aspect", count.Name);
        }
        else
        {
            json.WriteStartObject(property);
        }

        json.WriteNumber("compared", count.Compared);
        json.WriteNumber("agree", count.Agree);
        json.WriteNumber("unknown", count.Unknown);
        json.WriteNumber("contradict", count.Contradict);
        if (count.DecidedPercent is { } share)
        {
            json.WriteNumber("decidedPercent", Math.Round(share, 1));
        }

        json.WriteEndObject();
    }

    private static void WriteDifferences(Utf8JsonWriter json, string name, IEnumerable<AuditDifference> differences)
    {
        json.WriteStartArray(name);
        foreach (var difference in differences)
        {
            json.WriteStartObject();
            json.WriteString("file", difference.Place.Source.Path);
            json.WriteNumber("line", difference.Place.Start.Line);
            json.WriteNumber("column", difference.Place.Start.Column);
            json.WriteString("key", difference.Key);
            json.WriteString("aspect", difference.Aspect);
            json.WriteString("table", difference.Table);
            json.WriteString("catalogue", difference.Catalogue);
            json.WriteString("evidence", KernelGroup.LayerName(difference.Evidence.Layer));
            json.WriteStartArray("sources");
            foreach (var source in difference.Evidence.Tables)
            {
                json.WriteStringValue(source);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
