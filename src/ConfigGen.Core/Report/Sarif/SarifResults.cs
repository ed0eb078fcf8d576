using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Report.Sarif;

/// <summary>Writes findings as results of a SARIF run.</summary>
internal sealed class SarifResults(Utf8JsonWriter json, RunFindings run, SarifRules rules)
{
    private readonly Fingerprints _fingerprints = new();

    /// <summary>One result.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="acceptedBy">The entry of the spec that accepts it; null for one that is reported.</param>
    public void Write(Finding finding, IgnoreEntry? acceptedBy)
    {
        var file = run.FileOf(finding);
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code.Id);
        json.WriteNumber("ruleIndex", rules.IndexOf(finding.Code));
        json.WriteString("level", SarifReport.Level(finding.Severity));
        SarifReport.WriteMessage(json, "message", Message(finding));
        WriteLocations(finding, file);
        WriteRelated(finding);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("ruleFileSettingValue/v1", _fingerprints.Next(finding, file));
        json.WriteEndObject();
        WriteFix(finding.Fix);
        WriteSuppression(acceptedBy);
        json.WriteEndObject();
    }

    // Viewers show the message alone, and the way out belongs to it.
    private static string Message(Finding finding) =>
        Plain((finding.Help ?? finding.Fix?.Title) is { } help ? $"{finding.Message}\nhelp: {help}" : finding.Message);

    /// <summary>[text](address) in a message is a link, even where the message is plain text (section 3.11.6); a value of a spec must not become one.</summary>
    private static string Plain(string text) => text.Replace("](", "\\](", StringComparison.Ordinal);

    private void WriteLocations(Finding finding, string? file)
    {
        json.WriteStartArray("locations");
        if (file is not null)
        {
            json.WriteStartObject();
            SarifPlaces.WriteLocation(json, file, finding.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteRelated(Finding finding)
    {
        if (finding.Related.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("relatedLocations");
        foreach (var (id, related) in finding.Related.Index())
        {
            json.WriteStartObject();
            json.WriteNumber("id", id + 1);
            SarifPlaces.WriteLocation(json, run.FileOf(related.Span), related.Span);
            SarifReport.WriteMessage(json, "message", Plain(related.Message));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteFix(Fix? fix)
    {
        if (fix is null)
        {
            return;
        }

        json.WriteStartArray("fixes");
        json.WriteStartObject();
        SarifReport.WriteMessage(json, "description", Plain(fix.Title));
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        SarifPlaces.WriteFile(json, run.FileOf(fix.Span));
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        SarifPlaces.WriteRegion(json, "deletedRegion", fix.Span);
        SarifReport.WriteMessage(json, "insertedContent", fix.Replacement);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteBoolean("safe", fix.IsSafe);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Once one result of a run has the property all must have it, or viewers take the others for "not known": an empty list says "not suppressed".
    private void WriteSuppression(IgnoreEntry? entry)
    {
        json.WriteStartArray("suppressions");
        if (entry is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("status", "accepted");
            json.WriteString("justification", entry.Reason);
            json.WriteStartObject("location");
            SarifPlaces.WriteLocation(json, run.FileOf(entry.Span), entry.Span);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
