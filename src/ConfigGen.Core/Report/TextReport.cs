using System.Text;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Report;

/// <summary>Findings for people: the place and the message on one line, as editors link it, then the line of the source with the span marked.</summary>
public static class TextReport
{
    /// <summary>All findings, in the order given; nothing when there is none.</summary>
    public static string Render(IEnumerable<Finding> findings, Ink ink)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            Append(text, finding, ink);
        }

        return text.ToString();
    }

    /// <summary>How to learn more about the codes that occur; nothing when there is none.</summary>
    public static string Pointer(IEnumerable<Finding> findings)
    {
        var codes = findings.Select(f => f.Code.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return codes.Length switch
        {
            0 => "",
            1 => $"For more about it: configgen explain {codes[0]}\n",
            _ => $"For more about a code: configgen explain {codes[0]} (also: {string.Join(", ", codes[1..])})\n",
        };
    }

    /// <summary>The word for a severity.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static void Append(StringBuilder text, Finding finding, Ink ink)
    {
        var place = finding.Span?.ToString() ?? finding.Path;
        if (place is not null)
        {
            text.Append(ink.Paint(InkStyle.Strong, Visible.Line(place) + ":")).Append(' ');
        }

        var verdict = ink.Paint(StyleOf(finding.Severity), $"{Word(finding.Severity)} {finding.Code.Id}");
        text.Append($"{verdict} {Visible.Line(finding.Message)} [{finding.Code.Name}]\n");
        var gutter = GutterOf(finding);
        AppendSnippet(text, finding.Span, gutter, ink, StyleOf(finding.Severity));
        foreach (var related in finding.Related)
        {
            AppendLine(text, gutter, ink.Paint(InkStyle.Info, "note:"), $"{related.Span}: {related.Message}");
            AppendSnippet(text, related.Span, gutter, ink, InkStyle.Info);
        }

        if ((finding.Help ?? finding.Fix?.Title) is { } help)
        {
            AppendLine(text, gutter, ink.Paint(InkStyle.Good, "help:"), help);
        }
    }

    private static void AppendLine(StringBuilder text, int gutter, string label, string message) =>
        text.Append(' ', gutter + 1).Append($"{label} {Visible.Line(message)}\n");

    private static void AppendSnippet(StringBuilder text, SourceSpan? span, int gutter, Ink ink, InkStyle style)
    {
        if (span is null)
        {
            return;
        }

        var snippet = Snippet.Of(span);
        var number = span.Start.Line.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(gutter);
        text.Append(ink.Paint(InkStyle.Frame, $"{number} |")).Append(snippet.Code.Length > 0 ? " " : "").Append(snippet.Code).Append('\n');
        text.Append(ink.Paint(InkStyle.Frame, new string(' ', gutter) + " |")).Append(' ').Append(ink.Paint(style, snippet.Marks)).Append('\n');
    }

    private static int GutterOf(Finding finding)
    {
        var line = finding.Related.Select(r => r.Span).Append(finding.Span).Max(s => s?.Start.Line ?? 0);
        return Math.Max(4, line.ToString(System.Globalization.CultureInfo.InvariantCulture).Length + 1);
    }

    private static InkStyle StyleOf(Severity severity) => severity switch
    {
        Severity.Error => InkStyle.Error,
        Severity.Warning => InkStyle.Warning,
        _ => InkStyle.Info,
    };
}
