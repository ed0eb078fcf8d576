using System.Buffers;
using System.Text;
using System.Text.Json;
using ConfigGen.Core.Compare;

namespace ConfigGen.Core.Report;

/// <summary>What changes from one platform, kernel or systemd to another: for people, for a review, for programs.</summary>
public static class CompareReport
{
    /// <summary>Plain text, one change a line below its group.</summary>
    /// <param name="comparison">What was compared.</param>
    /// <param name="withUnknown">Also list what could not be compared.</param>
    public static string ToText(SideComparison comparison, bool withUnknown)
    {
        var text = new StringBuilder($"{Visible.Line(Title(comparison))}\n");
        foreach (var (name, part) in Parts(comparison))
        {
            text.Append($"\n{name}: {Counts(part, comparison.Spec is null)}\n");
            foreach (var group in part.Changes.GroupBy(c => c.Group, StringComparer.Ordinal))
            {
                var width = group.Max(c => c.Name.Length);
                text.Append($"  {Visible.Line(group.Key)}\n");
                text.AppendJoin("", group.Select(c => $"    {Visible.Line($"{(c.Breaks ? "! " : "")}{c.Name}".PadRight(width + (group.Any(x => x.Breaks) ? 2 : 0)))}  {Visible.Line(c.Text)}\n"));
            }

            text.Append(withUnknown && part.Unknown.Length > 0 ? "  not known\n" : "");
            text.AppendJoin("", withUnknown ? part.Unknown.Select(u => $"    {Visible.Line(u)}\n") : []);
        }

        return text.ToString();
    }

    /// <summary>Markdown, for a pull request.</summary>
    /// <param name="comparison">What was compared.</param>
    /// <param name="withUnknown">Also list what could not be compared.</param>
    public static string ToMarkdown(SideComparison comparison, bool withUnknown)
    {
        var text = new StringBuilder($"# {Escape(Title(comparison))}\n");
        foreach (var (name, part) in Parts(comparison))
        {
            text.Append($"\n## {name}\n\n{Counts(part, comparison.Spec is null)}\n");
            foreach (var group in part.Changes.GroupBy(c => c.Group, StringComparer.Ordinal))
            {
                text.Append($"\n### {Escape(group.Key)}\n\n");
                text.AppendJoin("", group.Select(c => $"- `{Visible.Line(c.Name)}` {(c.Breaks ? "**breaks** " : "")}{Escape(c.Text)}\n"));
            }

            text.Append(withUnknown && part.Unknown.Length > 0 ? "\n### Not known\n\n" : "");
            text.AppendJoin("", withUnknown ? part.Unknown.Select(u => $"- {Escape(u)}\n") : []);
        }

        return text.ToString();
    }

    /// <summary>One JSON document, format version 1; properties are added, never changed or removed.</summary>
    /// <param name="comparisons">One, or one for each spec.</param>
    /// <param name="withUnknown">Also list what could not be compared.</param>
    public static string ToJson(IEnumerable<SideComparison> comparisons, bool withUnknown)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonReport.Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("comparisons");
            foreach (var comparison in comparisons)
            {
                WriteComparison(json, comparison, withUnknown);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static string Title(SideComparison comparison) =>
        $"{comparison.From.Label} → {comparison.To.Label}{(comparison.Spec is { } spec ? $", {spec}" : "")}";

    private static IEnumerable<(string Name, ChangeSet Part)> Parts(SideComparison comparison)
    {
        if (comparison.Sysctl is { } sysctl)
        {
            yield return ($"sysctl, kernel {Kernels(comparison.From)} → {Kernels(comparison.To)}", sysctl);
        }

        if (comparison.Systemd is { } systemd)
        {
            yield return ($"systemd {comparison.From.Systemd} → {comparison.To.Systemd}", systemd);
        }
    }

    private static string Kernels(Side side) => string.Join(", ", side.Kernels.Select(k => k.ToString()));

    private static string Counts(ChangeSet part, bool everything)
    {
        var kinds = part.Changes.CountBy(c => c.Kind).OrderBy(k => k.Key).Select(k => $"{k.Value} {Word(k.Key)}");
        var unknown = part.Unknown.Length > 0 ? $"; {part.Unknown.Length} {(part.Unknown.Length == 1 ? "fact" : "facts")} not known" : "";
        return $"{part.Compared} {(everything ? "" : "of the spec ")}compared, {string.Join(", ", kinds.DefaultIfEmpty("no change"))}{unknown}";
    }

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Gone => "gone",
        ChangeKind.New => "new",
        ChangeKind.Partly => "on some kernels",
        ChangeKind.ReadOnly => "read-only now",
        ChangeKind.Writable => "writable now",
        ChangeKind.Narrowed => "with values refused now",
        ChangeKind.Widened => "with values accepted now",
        ChangeKind.Default => "with another default",
        ChangeKind.Deprecated => "deprecated",
        ChangeKind.Ignored => "without effect",
        ChangeKind.Refused => "refused",
        ChangeKind.Altered => "silently altered",
        ChangeKind.EqualsDefault => "equal to the default now",
        _ => "set otherwise",
    };

    private static string Escape(string text) =>
        string.Concat(Visible.Line(text).Select(c => c is '*' or '_' or '`' or '[' or ']' or '<' or '|' or '\\' ? $"\\{c}" : $"{c}"));

    private static void WriteComparison(Utf8JsonWriter json, SideComparison comparison, bool withUnknown)
    {
        json.WriteStartObject();
        json.WriteString("from", comparison.From.Label);
        json.WriteString("to", comparison.To.Label);
        json.WriteString("spec", comparison.Spec);
        json.WriteBoolean("breaks", comparison.Breaks);
        WritePart(json, "sysctl", comparison.Sysctl, withUnknown);
        WritePart(json, "systemd", comparison.Systemd, withUnknown);
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, string name, ChangeSet? part, bool withUnknown)
    {
        if (part is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("compared", part.Compared);
        json.WriteNumber("unknown", part.Unknown.Length);
        json.WriteStartArray("changes");
        foreach (var change in part.Changes)
        {
            json.WriteStartObject();
            json.WriteString("group", change.Group);
            json.WriteString("name", change.Name);
            json.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName($"{change.Kind}"));
            json.WriteString("text", change.Text);
            json.WriteBoolean("breaks", change.Breaks);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (withUnknown)
        {
            json.WriteStartArray("notKnown");
            foreach (var unknown in part.Unknown)
            {
                json.WriteStringValue(unknown);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
