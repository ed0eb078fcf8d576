using System.Globalization;
using System.Text;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Audit;

namespace ConfigGen.Core.Report;

/// <summary>What came of an audit, for people: contradictions as a compiler would print them, then the counts.</summary>
public static class AuditReport
{
    private const int LabelWidth = 14;
    private const int NumberWidth = 11;

    /// <summary>One table.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="withUnknown">Also list every fact that the catalogue has no answer to.</param>
    public static string Render(AuditResult result, bool withUnknown)
    {
        var text = new StringBuilder();
        foreach (var difference in withUnknown ? result.Contradictions.Concat(result.Unknowns) : result.Contradictions)
        {
            text.Append($"{Visible.Line(difference.Place.ToString())}: {Visible.Line(Sentence(difference))}\n");
        }

        text.Append(text.Length > 0 ? "\n" : "");
        text.Append($"{Visible.Line(result.Table.Source.Path)}: kernel {result.Facts.Name}, {Kind(result)}, {result.Table.Rows.Length} {(result.Table.Rows.Length == 1 ? "row" : "rows")}\n");
        text.Append($"  {"",-LabelWidth}{"compared",NumberWidth}{"agree",NumberWidth}{"unknown",NumberWidth}{"contradict",NumberWidth}{"decided",NumberWidth}\n");
        foreach (var count in result.Aspects.Append(result.Total).Append(result.Values))
        {
            text.Append(Line(count));
        }

        return text.Append(WithModuleState(result.WithModuleState, result.OfThoseThere)).ToString();
    }

    /// <summary>"measured" or "read from source".</summary>
    internal static string Kind(AuditResult result) => result.Facts.Kind == TableKind.Measured ? "measured" : "read from source";

    private static string Line(AspectCount count) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {count.Name,-LabelWidth}{count.Compared,NumberWidth}{count.Agree,NumberWidth}{count.Unknown,NumberWidth}{count.Contradict,NumberWidth}{Percent(count),NumberWidth}\n");

    private static string WithModuleState(AspectCount count, AspectCount there) => count.Compared == 0
        ? ""
        : $"  existence of the {count.Compared} keys whose module state is known: {Percent(count)} decided; of the {there.Compared} of them that the table has: {Percent(there)}\n";

    private static string Percent(AspectCount count) =>
        count.DecidedPercent is { } share ? $"{share.ToString("F1", CultureInfo.InvariantCulture)} %" : "-";

    private static string Sentence(AuditDifference difference)
    {
        var said = difference.Catalogue is { } answer ? $"the catalogue says {Shown(answer)} ({Sources(difference.Evidence)})" : "the catalogue does not know";
        return $"{difference.Key} {difference.Aspect}: the table says {Shown(difference.Table)}, {said}";
    }

    private static string Shown(string value) => value.Length == 0 ? "nothing" : value;

    private static string Sources(Evidence evidence) =>
        evidence.Tables.IsEmpty ? KernelGroup.LayerName(evidence.Layer) : $"{KernelGroup.LayerName(evidence.Layer)}: {string.Join(", ", evidence.Tables)}";
}
