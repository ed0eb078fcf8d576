using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Report.Sarif;

/// <summary>The rules of a SARIF run: those that its results name, with their pages.</summary>
internal sealed partial class SarifRules(RunFindings run)
{
    private readonly ImmutableArray<FindingCode> _codes =
    [
        .. run.Findings.Select(f => f.Code).Concat(run.Accepted.Select(a => a.Finding.Code))
            .DistinctBy(c => c.Id, StringComparer.Ordinal)
            .OrderBy(c => c.Id, StringComparer.Ordinal),
    ];

    /// <summary>Where the rule of a code stands in the list, from 0.</summary>
    public int IndexOf(FindingCode code) => _codes.BinarySearch(code, Comparer<FindingCode>.Create((a, b) => string.CompareOrdinal(a.Id, b.Id)));

    /// <summary>The property <c>rules</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (var code in _codes)
        {
            Write(json, code);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, FindingCode code)
    {
        // Links from page to page lead nowhere outside of the repository.
        var page = CodePages.Find(code.Id) is { } found ? found with { Markdown = PageLink.Replace(found.Markdown, "${code}") } : null;
        json.WriteStartObject();
        json.WriteString("id", code.Id);
        json.WriteString("name", code.Name);
        SarifReport.WriteMessage(json, "shortDescription", $"{code.Title}.");
        SarifReport.WriteMessage(json, "fullDescription", page?.Why ?? $"{code.Title}.");
        WriteHelp(json, page);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", SarifReport.Level(code.DefaultSeverity));
        json.WriteEndObject();
        WriteTags(json, code);
        json.WriteEndObject();
    }

    private static void WriteHelp(Utf8JsonWriter json, CodePage? page)
    {
        if (page is not null)
        {
            json.WriteStartObject("help");
            json.WriteString("text", page.ToText());
            json.WriteString("markdown", page.Markdown);
            json.WriteEndObject();
        }
    }

    private static void WriteTags(Utf8JsonWriter json, FindingCode code)
    {
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(code.Family);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    [GeneratedRegex(@"\[(?<code>CG[0-9]{4})\]\(CG[0-9]{4}\.md\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PageLink { get; }
}
