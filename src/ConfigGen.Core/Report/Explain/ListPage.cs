using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ConfigGen.Core.Report.Explain;

/// <summary>What a topic or a pattern stands for, one line each.</summary>
/// <param name="Kind">topic or pattern.</param>
/// <param name="Name">The topic or pattern.</param>
/// <param name="Keys">Sysctl keys, in ordinal order.</param>
/// <param name="Directives">Directives of systemd, in ordinal order.</param>
public sealed record ListPage(string Kind, string Name, ImmutableArray<NamedLine> Keys, ImmutableArray<NamedLine> Directives) : IPage
{
    private const int MostLines = 40;

    /// <summary>What the list is narrowed to; null for everything that is known.</summary>
    public ExplainTarget? Target { get; init; }

    /// <summary>A remark below the lists; null where none is needed.</summary>
    public string? Remark { get; init; }

    /// <summary>At most one screen of each list, and how many more there are.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Name).Append(Target is null ? "\n" : $"  (for {Target.Name})\n");
        Append(text, "Sysctl keys", Keys);
        Append(text, "Directives of systemd", Directives);
        return text.Append(Remark is null ? "" : "\n" + Wrap.Lines(Remark, "", 0)).ToString();
    }

    /// <inheritdoc/>
    public string ToJson() => PageJson.Write(Kind, json =>
    {
        json.WriteString(Kind, Name);
        json.WriteString("target", Target?.Name);
        json.WriteLines("keys", Keys);
        json.WriteLines("directives", Directives);
    });

    private static void Append(StringBuilder text, string title, ImmutableArray<NamedLine> lines)
    {
        if (lines.Length > 0)
        {
            text.Append($"\n{title}:\n").Lines([.. lines.Take(MostLines)]);
        }

        if (lines.Length > MostLines)
        {
            text.Append(CultureInfo.InvariantCulture, $"  … and {lines.Length - MostLines} more: --format json has them all\n");
        }
    }
}
