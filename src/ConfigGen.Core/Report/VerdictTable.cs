using System.Text;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Report;

/// <summary>Every setting of a spec with what is to be said about it, in the order of the file: the good lines too.</summary>
public static class VerdictTable
{
    /// <summary>One line per setting; nothing for a spec that could not be resolved.</summary>
    public static string Render(Compilation compilation)
    {
        if (compilation.Spec is not { Settings.IsEmpty: false } spec)
        {
            return "";
        }

        var rows = spec.Settings
            .OrderBy(s => s.KeySpan.Source.Path, StringComparer.Ordinal).ThenBy(s => s.KeySpan.Span.Start)
            .Select(s => (Line: Assignment(s), Verdict: Verdict(s, compilation)))
            .ToList();
        var width = rows.Max(r => r.Line.Length);
        var text = new StringBuilder("\nverdict per setting:\n");
        foreach (var (line, verdict) in rows)
        {
            text.Append("  ").Append(line.PadRight(width)).Append("  ").Append(verdict).Append('\n');
        }

        return text.ToString();
    }

    private static string Assignment(ResolvedSetting setting)
    {
        var values = setting.Values.Select(v => v.Value?.Text ?? (v.Undecided is null ? "(nothing)" : "(undecided)")).Distinct(StringComparer.Ordinal);
        return $"{setting.Key} = {string.Join(" | ", values)}".TrimEnd();
    }

    private static string Verdict(ResolvedSetting setting, Compilation compilation)
    {
        var about = compilation.Findings.Where(f => f.Setting == setting.Key.Name).OrderByDescending(f => f.Severity).ThenBy(f => f.Code.Id, StringComparer.Ordinal).ToList();
        return about.Count == 0
            ? "fine"
            : $"{Word(about[0].Severity)}: {string.Join(", ", about.Select(f => $"{f.Code} {f.Code.Name}").Distinct(StringComparer.Ordinal))}";
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
