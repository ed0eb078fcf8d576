using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;

namespace ConfigGen.Core.Report.Explain;

/// <summary>One screen about a directive: what is written about it, then which versions of systemd know it where.</summary>
/// <param name="Name">Such as LimitNOFILE.</param>
/// <param name="Entry">What is written; null when nothing is.</param>
/// <param name="Places">The sections that the dumps have it in, all of them or the one that was asked about; empty for directives of system.conf.</param>
/// <param name="Notes">What is discouraged or ignored.</param>
public sealed record DirectivePage(string Name, DirectiveEntry? Entry, ImmutableArray<DirectivePlace> Places, ImmutableArray<DirectiveNote> Notes) : IPage
{
    /// <summary>What the page is narrowed to; null for every version that was asked.</summary>
    public ExplainTarget? Target { get; init; }

    /// <summary>What the value may be: as written, else as the newest parser that is known takes it; null where neither says.</summary>
    public string? Takes => Entry?.Takes ?? Places.Select(p => ValueForms.Of(Name, p.TypeOn(p.Last) ?? "")).OfType<ValueForm>().FirstOrDefault()?.Description;

    /// <summary>What the dumps call the parser, where it changed with the versions; null where no dump has the directive.</summary>
    private string? Parser
    {
        get
        {
            var types = Places.SelectMany(p => p.Versions.Zip(p.Types)).Where(t => t.Second.Length > 0).Distinct().OrderBy(t => t.First)
                .GroupBy(t => t.Second, t => Text(t.First), StringComparer.Ordinal).ToList();
            return types switch
            {
                [] => null,
                [var one] => one.Key,
                _ => string.Join(", ", types.Select(t => $"{t.Key} in systemd {PageText.And(t)}")),
            };
        }
    }

    /// <inheritdoc/>
    public string ToText()
    {
        var text = new StringBuilder(Name).Append(Entry is null ? "\n" : $"  ({Entry.Topic})\n");
        text.Append(Entry is null ? "" : "\n" + Wrap.Lines(Entry.Summary, "  ", 2)).Append('\n');
        AppendEntry(text);
        AppendNotes(text);
        text.Append(text[^1] == '\n' && text[^2] == '\n' ? "" : "\n");
        AppendPlaces(text);
        return text.List("Sources:", Entry?.References ?? []).ToString();
    }

    /// <inheritdoc/>
    public string ToJson() => DirectiveJson.Render(this);

    /// <summary>Whether a version knows the directive in a section. Between two dumps that differ, the first version that is written decides.</summary>
    /// <remarks>What is written is about the directive: a section that got it later than another one is left undecided.</remarks>
    internal Existence On(DirectivePlace place, int version)
    {
        var recorded = place.On(version);
        var isBetween = version > place.Versions[0] && version < place.First && place.First == Places.Min(p => p.First);
        return recorded != Existence.Unknown || !isBetween || Entry?.Since is not { } since ? recorded
            : version >= since ? Existence.Exists
            : Existence.Absent;
    }

    /// <summary>Sections that the versions agree about, in ordinal order.</summary>
    internal IEnumerable<(string Sections, DirectivePlace Place)> Groups =>
        Places.OrderBy(p => p.Section, StringComparer.Ordinal)
            .GroupBy(p => string.Join('\t', p.Types), StringComparer.Ordinal)
            .Select(g => (string.Join(' ', g.Select(p => $"[{p.Section}]")), g.First()));

    private void AppendEntry(StringBuilder text)
    {
        text.Field("takes", Takes);
        text.Field("unit", Entry?.Unit);
        text.Fields("values", Entry?.Values ?? []);
        text.Field("default", Entry?.Default);
        text.Field("scale", Entry?.Scale);
        text.Field("since", Entry?.Since is { } since ? $"systemd {since.ToString(CultureInfo.InvariantCulture)}" : null);
        text.Field("parser", Parser);
        text.Field("see also", Entry is { See.Length: > 0 } ? string.Join(", ", Entry.See) : null);
    }

    private void AppendNotes(StringBuilder text)
    {
        foreach (var note in Notes)
        {
            text.Field("obsolete", NoteText.Of(note));
        }
    }

    private void AppendPlaces(StringBuilder text)
    {
        text.Append(Target is null ? "Sections:\n" : $"Sections, for {Target.Name} with systemd {Target.Systemd?.ToString(CultureInfo.InvariantCulture)}:\n");
        text.Append(Places.IsEmpty ? $"  [{Entry?.Section}] of system.conf; the versions that were asked list units only\n" : "");
        var groups = Groups.ToList();
        var width = groups.Select(g => g.Sections.Length).DefaultIfEmpty(0).Max();
        foreach (var (sections, place) in groups)
        {
            text.Append(Wrap.Lines(Target?.Systemd is { } version ? KnownTo(place, version) : Versions(place), $"  {sections.PadRight(width)}  ", width + 4));
        }
    }

    private string KnownTo(DirectivePlace place, int version) => On(place, version) switch
    {
        Existence.Exists => "known",
        Existence.Absent => "not known: the line is ignored",
        _ => "not recorded: the versions around it differ",
    };

    private static string Versions(DirectivePlace place)
    {
        var known = place.Versions.Where(v => place.On(v) == Existence.Exists).Select(Text);
        var not = PageText.And(place.Versions.Where(v => place.On(v) == Existence.Absent).Select(Text));
        return $"systemd {PageText.And(known)}" + (not.Length > 0 ? $"; not {not}" : "");
    }

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
}
