using System.Text;
using ConfigGen.Core.Verify;

namespace ConfigGen.Core.Report;

/// <summary>How specs fare on hosts: for people and for CI servers.</summary>
public static class VerifyReport
{
    private const int StatusWidth = 10;

    /// <summary>One host after the other, what is not in force with whoever set it.</summary>
    /// <param name="results">In the order in which they are printed.</param>
    /// <param name="withAll">Also what is in force.</param>
    public static string ToText(IEnumerable<HostVerification> results, bool withAll)
    {
        var text = new StringBuilder();
        foreach (var result in results)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(Visible.Line(Title(result))).Append('\n');
            var shown = result.Settings.Where(s => withAll || s.Status != VerifyStatus.InForce).ToList();
            text.AppendJoin("", shown.SelectMany(Lines).Select(line => $"  {Visible.Line(line)}\n"));
            if (shown.Count == 0)
            {
                text.Append(result.Settings.IsEmpty ? "  the spec sets nothing there\n" : $"  all {result.Settings.Length} in force\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A table of drift: a row for every host and setting that is not in force.</summary>
    /// <param name="results">In the order in which they are printed.</param>
    /// <param name="withAll">Also what is in force.</param>
    public static string ToTable(IEnumerable<HostVerification> results, bool withAll)
    {
        string[] head = ["HOST", "SETTING", "STATUS", "WANTED", "FOUND", "SPEC"];
        var rows = results
            .SelectMany(r => r.Settings.Where(s => withAll || s.Status != VerifyStatus.InForce).Select(s => (string[])[r.Host, s.Name, VerifyWords.Of(s.Status), s.Wanted ?? "-", s.Found is null or "" ? "-" : s.Found, r.Spec]))
            .Select(row => Array.ConvertAll(row, Visible.Line)).ToList();
        if (rows.Count == 0)
        {
            return "";
        }

        var widths = Enumerable.Range(0, head.Length).Select(i => rows.Append(head).Max(row => row[i].Length)).ToList();
        return string.Concat(rows.Prepend(head).Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd() + "\n"));
    }

    /// <summary>The word for a status, as it is counted.</summary>
    public static string Word(VerifyStatus status) => VerifyWords.Of(status);

    /// <summary>A suite for every spec on every host, a test for every setting: drift fails, what is not known is skipped.</summary>
    public static string ToJUnit(IReadOnlyCollection<HostVerification> results)
    {
        var suites = results.Select(r => (Name: $"{r.Spec} on {r.Host}", Cases: r.Settings.Select(s => Case(r, s)).ToList())).ToList();
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.Append($"<testsuites name=\"configgen verify\"{Counts([.. suites.SelectMany(s => s.Cases)])}>\n");
        foreach (var (name, cases) in suites)
        {
            text.Append($"  <testsuite name=\"{XmlText.Escape(name)}\"{Counts(cases)}>\n");
            cases.ForEach(test => test.AppendTo(text));
            text.Append("  </testsuite>\n");
        }

        return text.Append("</testsuites>\n").ToString();
    }

    private static string Title(HostVerification result) =>
        string.Join(", ", new[] { $"{result.Spec} on {result.Host}", result.Kernel is null ? null : $"kernel {result.Kernel}", result.Platform }.OfType<string>());

    private static IEnumerable<string> Lines(VerifiedSetting setting)
    {
        var values = VerifyWords.Values(setting);
        yield return $"{VerifyWords.Of(setting.Status).PadRight(StatusWidth)}  {setting.Name}{(values.Length > 0 ? ": " : "")}{values}";
        foreach (var line in Rest(setting))
        {
            yield return $"{new string(' ', StatusWidth)}  {line}";
        }
    }

    private static IEnumerable<string> Rest(VerifiedSetting setting)
    {
        var writers = setting.Status == VerifyStatus.InForce ? [] : setting.Writers;
        return writers.Select(VerifyWords.Of).Concat(new[] { setting.Detail }.OfType<string>());
    }

    private static JUnitCase Case(HostVerification result, VerifiedSetting setting)
    {
        var message = $"{VerifyWords.Of(setting.Status)}: {VerifyWords.Values(setting)}";
        return new JUnitCase(setting.Span.Source.Path, $"{setting.Name} on {result.Host}")
        {
            Line = setting.Span.Start.Line,
            Kind = setting.IsDrift ? "failure" : setting.Status is VerifyStatus.Unknown or VerifyStatus.Unreadable ? "skipped" : setting.Status == VerifyStatus.Clamped ? "system-out" : null,
            Attributes = setting.IsDrift ? [("type", VerifyWords.Of(setting.Status)), ("message", message)] : setting.Status is VerifyStatus.Unknown or VerifyStatus.Unreadable ? [("message", setting.Detail ?? message)] : [],
            Lines = setting.IsDrift ? [.. Rest(setting).DefaultIfEmpty(message)] : setting.Status == VerifyStatus.Clamped ? [message, .. Rest(setting)] : [],
        };
    }

    private static string Counts(List<JUnitCase> tests) =>
        $" tests=\"{tests.Count}\" failures=\"{tests.Count(t => t.Kind == "failure")}\" errors=\"0\" skipped=\"{tests.Count(t => t.Kind == "skipped")}\"";
}
