using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Report;

/// <summary>One screen about a sysctl key: what is written about it, then what every known kernel says.</summary>
/// <param name="Key">In canonical spelling.</param>
/// <param name="Entry">What is written; null when nothing is.</param>
/// <param name="Facts">What kernels say, one for each known kernel.</param>
public sealed record KeyPage(string Key, CuratedEntry? Entry, ImmutableArray<SysctlFact> Facts)
{
    private const int Indent = 16;

    /// <summary>The default is computed from memory, processors or at random, so that a measured one says little about another machine.</summary>
    public bool DefaultIsOfTheMachine { get; init; }

    /// <summary>The page for a terminal, with LF line ends.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Key);
        text.Append(Entry is null ? "\n" : $"  ({Entry.Topic})\n");
        if (Entry is not null)
        {
            text.Append('\n').Append(Wrap.Lines(Entry.Summary, "  ", 2));
            text.Append('\n');
            AppendEntry(text, Entry);
        }

        AppendMeasured(text);

        AppendKernels(text);
        AppendList(text, "Related:", Entry?.Relations ?? []);
        AppendList(text, "Sources:", Entry?.References ?? []);
        return text.ToString();
    }

    /// <summary>The page for programs.</summary>
    public string ToJson() => KeyJson.Render(this);

    private static void AppendEntry(StringBuilder text, CuratedEntry entry)
    {
        Append(text, "unit", entry.Unit);
        Append(text, "fields", entry.Fields.Length > 0 ? string.Join(", ", entry.Fields) : null);
        foreach (var (value, i) in entry.Values.Select((v, i) => (v, i)))
        {
            Append(text, i == 0 ? "values" : "", value);
        }

        Append(text, "default", entry.Default);
        Append(text, "scales with", Joined(": ", entry.DefaultScalesWith, entry.DefaultFormula));
        Append(text, "why", entry.Why);
        Append(text, "risk", entry.Risk);
        Append(text, "takes effect", entry.OneWay ? Joined(", ", entry.TakesEffect, "and only a reboot takes it back") : entry.TakesEffect);
        Append(text, "upstream", Joined(", ", entry.Since is { } since ? $"since {since}" : null, entry.Until is { } until ? $"until {until}" : null));
        Append(text, "replaced by", entry.ReplacedBy);
        Append(text, "obsolete", Joined(": ", entry.ObsoleteSince is { } obsolete ? $"since {obsolete}" : null, entry.Obsolete));
    }

    private void AppendMeasured(StringBuilder text)
    {
        text.Append(Entry is null && (DefaultIsOfTheMachine || Scope() is not null) ? "\n" : "");
        Append(text, Entry?.Default is null && Entry?.DefaultFormula is null ? "default" : "", DefaultIsOfTheMachine ? "differs from machine to machine" : null);
        Append(text, "scope", Scope());
    }

    /// <summary>Whose value it is, where every kernel that knows says the same.</summary>
    private string? Scope() => Facts.Select(f => f.PerNetworkNamespace).OfType<bool>().Distinct().ToArray() switch
    {
        [true] => "each network namespace has its own value",
        [false] => "one value for the whole host",
        _ => null,
    };

    private void AppendKernels(StringBuilder text)
    {
        if (Facts.Length == 0)
        {
            text.Append("\nNo kernel at hand says anything about it.\n");
            return;
        }

        text.Append("\nKernels:\n");
        var with = (DefaultIsOfTheMachine ? KernelDetails.None : KernelDetails.Default) | (Scope() is null ? KernelDetails.Scope : KernelDetails.None);
        var groups = KernelGroup.Of(Facts, with);
        var width = Math.Min(groups.Max(g => g.Name.Length), 40);
        foreach (var group in groups)
        {
            text.Append(Wrap.Lines($"{group.Says} [{group.Layer}]", $"  {group.Name.PadRight(width)}  ", width + 4));
        }
    }

    private static void AppendList(StringBuilder text, string title, ImmutableArray<string> lines)
    {
        text.Append(lines.Length > 0 ? $"\n{title}\n" : "");
        foreach (var line in lines)
        {
            text.Append(Wrap.Lines(line, "  ", 4));
        }
    }

    private static void Append(StringBuilder text, string label, string? value) =>
        text.Append(value is null ? "" : Wrap.Lines(value, $"  {label}".PadRight(Indent), Indent));

    private static string? Joined(string separator, params string?[] parts) =>
        parts.Any(p => p is not null) ? string.Join(separator, parts.Where(p => p is not null)) : null;
}
