using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Report;

/// <summary>One output file and what became of it, for reports.</summary>
/// <param name="Path">As the user would write it.</param>
/// <param name="State">written, removed, unchanged, missing, stale, superfluous.</param>
/// <param name="Diff">Unified diff from what is there to what is rendered; null where nothing differs or none was asked for.</param>
public sealed record ReportedFile(string Path, string State, string? Diff = null);

/// <summary>Findings for programs: one JSON document, format version 1; properties are added, never changed or removed.</summary>
public static class JsonReport
{
    /// <summary>Columns count UTF-16 units from 1, as in the text report; ends are exclusive.</summary>
    /// <param name="findings">In the order in which they are written.</param>
    /// <param name="files">Output files; null leaves the property out.</param>
    /// <returns>Indented JSON with LF line ends and a final newline.</returns>
    public static string Render(IReadOnlyCollection<Finding> findings, IReadOnlyCollection<ReportedFile>? files = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            WriteFindings(json, findings);
            WriteFiles(json, files);
            WriteSummary(json, Tally.Of(findings));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>The form that every JSON document of this tool has.</summary>
    internal static JsonWriterOptions Layout { get; } = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void WriteFindings(Utf8JsonWriter json, IReadOnlyCollection<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code.Id);
        json.WriteString("name", finding.Code.Name);
        json.WriteString("severity", TextReport.Word(finding.Severity));
        json.WriteString("message", finding.Message);
        WritePlace(json, finding.Span, finding.Path);
        json.WriteString("setting", finding.Setting);
        json.WriteString("help", finding.Help);
        json.WriteStartArray("related");
        foreach (var related in finding.Related)
        {
            json.WriteStartObject();
            json.WriteString("message", related.Message);
            WritePlace(json, related.Span, path: null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteFix(json, finding.Fix);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceSpan? span, string? path)
    {
        json.WriteString("file", span?.Source.Path ?? path);
        WriteNumber(json, "line", span?.Start.Line);
        WriteNumber(json, "column", span?.Start.Column);
        WriteNumber(json, "endLine", span?.End.Line);
        WriteNumber(json, "endColumn", span?.End.Column);
    }

    private static void WriteFix(Utf8JsonWriter json, Fix? fix)
    {
        if (fix is null)
        {
            json.WriteNull("fix");
            return;
        }

        json.WriteStartObject("fix");
        json.WriteString("title", fix.Title);
        json.WriteBoolean("safe", fix.IsSafe);
        WritePlace(json, fix.Span, path: null);
        json.WriteString("replacement", fix.Replacement);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyCollection<ReportedFile>? files)
    {
        if (files is null)
        {
            return;
        }

        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("state", file.State);
            json.WriteString("diff", file.Diff);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, Tally tally)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("errors", tally.Errors);
        json.WriteNumber("warnings", tally.Warnings);
        json.WriteNumber("infos", tally.Infos);
        json.WriteNumber("files", tally.Files);
        json.WriteEndObject();
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
