using System.Text;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Import;

/// <summary>One word about each setting that was imported.</summary>
internal static class ImportVerdict
{
    private static readonly string[] Gone = ["CG2001", "CG2002", "CG2101", "CG3001", "CG3003", "CG3004"];

    // They change nothing, or not what they are for.
    private static readonly string[] Useless = ["CG2003", "CG2004", "CG2005", "CG2006", "CG2007", "CG2014", "CG2111", "CG2401", "CG3002", "CG3006", "CG3007", "CG3008", "CG3021", "CG3022", "CG4009", "CG4013", "CG4029"];

    /// <summary>keep, already the default, useless, harmful or gone.</summary>
    public static string Word(Judgement judgement)
    {
        var codes = judgement.Findings.Select(f => f.Code.Id).ToList();
        return !judgement.IsKept && codes.Any(c => Gone.Contains(c, StringComparer.Ordinal)) ? "gone"
            : codes.Any(c => Useless.Contains(c, StringComparer.Ordinal)) || !judgement.IsKept && codes.Count == 0 ? "useless"
            : !judgement.IsKept || judgement.Findings.Any(f => f.Severity == Severity.Warning) ? "harmful"
            : codes.Contains("CG2012", StringComparer.Ordinal) ? "already the default"
            : "keep";
    }

    /// <summary>A line for each setting, in the order of the spec.</summary>
    public static string Table(ImportDraft draft, IReadOnlyDictionary<string, Judgement> judgements)
    {
        var rows = draft.Settings.Select(s => (Line: $"{s.Key} = {(s.IsAtLeast ? "at least " : "")}{s.Value}".TrimEnd(), Judgement: judgements[s.Key.Name], s.Span))
            .Concat(draft.Directives.GroupBy(d => d.Setting, StringComparer.Ordinal).Select(d => (Line: $"{d.First().Unit}: {d.First().Name}={d.Last().Value}", Judgement: judgements[d.Key], d.First().Span)))
            .ToList();
        if (rows.Count == 0)
        {
            return "";
        }

        var width = Math.Min(70, rows.Max(r => r.Line.Length));
        var text = new StringBuilder("\nverdict per setting:\n");
        foreach (var (line, judgement, span) in rows)
        {
            var codes = string.Join(", ", judgement.Findings.Where(f => f.Code.Id != "CG2012").Select(f => $"{f.Code} {f.Code.Name}").Distinct(StringComparer.Ordinal));
            var only = judgement.Only.IsEmpty ? "" : $"; only for {string.Join(", ", judgement.Only)}";
            text.Append("  ").Append((line.Length <= width ? line : line[..(width - 1)] + "…").PadRight(width)).Append("  ").Append(Word(judgement)).Append(codes.Length == 0 ? "" : $": {codes}").Append(only).Append(judgement.IsKept ? "" : " (kept as a comment)")
                .Append("  ").Append(System.Globalization.CultureInfo.InvariantCulture, $"{span.Source.Path}:{span.Start.Line}").Append('\n');
        }

        return text.ToString();
    }
}
