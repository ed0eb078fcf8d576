using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Report.Explain;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Report;

/// <summary>Codes with what each is about, one line each.</summary>
/// <param name="Codes">Sorted by id.</param>
public sealed record RuleList(ImmutableArray<FindingCode> Codes) : IPage
{
    /// <summary>Every code that ConfigGen may report.</summary>
    public static RuleList All { get; } = new(FindingCodes.All);

    /// <summary>The codes of a family (sysctl), or those that start so (CG2, CG31, CG2103), in any case; or why there are none.</summary>
    public static (RuleList? List, string? Problem) Of(string filter)
    {
        var codes = FindingFamilies.All.Contains(filter, StringComparer.OrdinalIgnoreCase)
            ? FindingCodes.All.Where(c => string.Equals(c.Family, filter, StringComparison.OrdinalIgnoreCase))
            : FindingCodes.All.Where(c => filter.Length > 0 && c.Id.StartsWith(filter, StringComparison.OrdinalIgnoreCase));
        ImmutableArray<FindingCode> found = [.. codes];
        return found.IsEmpty ? (null, Problem(filter)) : (new RuleList(found), null);
    }

    /// <summary>Code, severity, family, name and what it is about, in columns.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        var (family, name) = (Codes.Max(c => c.Family.Length), Codes.Max(c => c.Name.Length));
        foreach (var code in Codes)
        {
            text.Append($"{code.Id}  {TextReport.Word(code.DefaultSeverity),-7}  {code.Family.PadRight(family)}  {code.Name.PadRight(name)}  {code.Title}\n");
        }

        return text.ToString();
    }

    /// <summary>An object for each code, in <c>rules</c>.</summary>
    public string ToJson() => PageJson.Write("rules", json =>
    {
        json.WriteStartArray("rules");
        foreach (var code in Codes)
        {
            json.WriteStartObject();
            json.WriteString("code", code.Id);
            json.WriteString("name", code.Name);
            json.WriteString("severity", TextReport.Word(code.DefaultSeverity));
            json.WriteString("family", code.Family);
            json.WriteString("summary", code.Title);
            json.WriteBoolean("canBeIgnored", code.CanBeIgnored);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>A table, for documentation.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder("| Code | Name | Severity | Family | What it is about |\n| --- | --- | --- | --- | --- |\n");
        foreach (var code in Codes)
        {
            text.Append($"| {code.Id} | {code.Name} | {TextReport.Word(code.DefaultSeverity)} | {code.Family} | {MarkdownText.Cell(code.Title)} |\n");
        }

        return text.ToString();
    }

    private static string Problem(string filter)
    {
        var families = FindingCodes.All.Select(c => c.Family).Distinct(StringComparer.Ordinal).ToList();
        return Spelling.Closest(filter, families, 1) is [var closest]
            ? $"\"{Visible.Line(filter)}\" is neither a family nor the start of a code. Did you mean {closest}?"
            : $"\"{Visible.Line(filter)}\" is neither a family nor the start of a code. Families are {string.Join(", ", families)}.";
    }
}
