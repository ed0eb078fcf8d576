using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Report.Explain;

namespace ConfigGen.Core.Report;

/// <summary>One screen about a sysctl key: what is written about it, then what every known kernel says.</summary>
/// <param name="Key">In canonical spelling.</param>
/// <param name="Entry">What is written; null when nothing is.</param>
/// <param name="Facts">What kernels say, one for each known kernel.</param>
public sealed record KeyPage(string Key, CuratedEntry? Entry, ImmutableArray<SysctlFact> Facts) : IPage
{
    /// <summary>The default is computed from memory, processors or at random, so that a measured one says little about another machine.</summary>
    public bool DefaultIsOfTheMachine { get; init; }

    /// <summary>How the key goes together with those of other interfaces; null for a key of no interface.</summary>
    public InterfaceText? Interface { get; init; }

    /// <summary>By kernels, values that are taken and not kept; empty where what is written is what is read.</summary>
    public ImmutableArray<NamedLine> NotKept { get; init; } = [];

    /// <summary>What the page is narrowed to; null for every known kernel.</summary>
    public ExplainTarget? Target { get; init; }

    /// <summary>What the target's own files, or systemd, set at boot; null where they set nothing or the target is no platform.</summary>
    public VendorSetting? AtBoot => Target?.Platform?.AtBoot(Key);

    private bool IsDescribedByAnother => Entry is not null && Entry.Key != Key && Interface?.Lead is not null;

    /// <summary>The page for a terminal, with LF line ends.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Key);
        text.Append(Entry is null ? "\n" : $"  ({Entry.Topic})\n");
        AppendLead(text);
        if (Entry is not null)
        {
            text.Append(IsDescribedByAnother ? $"\nWhat it means, from {Entry.Key}:\n" : "").Append('\n').Append(Wrap.Lines(Entry.Summary, "  ", 2));
            text.Append('\n');
            AppendEntry(text, Entry);
        }

        AppendMeasured(text);
        AppendKernels(text);
        text.List("Taken and not kept:", [.. NotKept.Select(line => $"{line.Name}: {line.Says}")]);
        text.List("Related:", Entry?.Relations ?? []);
        text.List("Sources:", [.. Entry?.References ?? [], .. Interface?.Source is { } source ? [source] : Array.Empty<string>()]);
        return text.ToString();
    }

    /// <summary>The page for programs.</summary>
    public string ToJson() => KeyJson.Render(this);

    private void AppendLead(StringBuilder text)
    {
        if (Interface?.Lead is { } lead)
        {
            text.Append('\n').Append(Wrap.Lines(lead, "  ", 2)).Append(Interface.Rows.Length > 0 ? "\n" : "");
            AppendRows(text);
        }
    }

    private void AppendRows(StringBuilder text)
    {
        foreach (var (label, says) in Interface?.Rows ?? [])
        {
            text.Field(label, says);
        }
    }

    private static void AppendEntry(StringBuilder text, CuratedEntry entry)
    {
        text.Field("unit", entry.Unit);
        text.Field("fields", entry.Fields.Length > 0 ? string.Join(", ", entry.Fields) : null);
        text.Fields("values", entry.Values);
        text.Fields("bits", entry.Bits);

        text.Field("default", entry.Default);
        text.Field("scales with", Joined(": ", entry.DefaultScalesWith, entry.DefaultFormula));
        text.Field("why", entry.Why);
        text.Field("risk", entry.Risk);
        text.Field("takes effect", entry.OneWay ? Joined(", ", entry.TakesEffect, "and only a reboot takes it back") : entry.TakesEffect);
        text.Field("upstream", Joined(", ", entry.Since is { } since ? $"since {since}" : null, entry.Until is { } until ? $"until {until}" : null));
        text.Field("replaced by", entry.ReplacedBy);
        text.Field("obsolete", Joined(": ", entry.ObsoleteSince is { } obsolete ? $"since {obsolete}" : null, entry.Obsolete));
    }

    private void AppendMeasured(StringBuilder text)
    {
        var measured = new StringBuilder();
        if (Interface is { Lead: null })
        {
            AppendRows(measured);
        }

        measured.Field(Entry?.Default is null && Entry?.DefaultFormula is null ? "default" : "", DefaultIsOfTheMachine ? "differs from machine to machine" : null);
        measured.Field("at boot", AtBoot is { } vendor ? $"{vendor.Value}, set by {vendor.Origin} of {Target!.Name}" : null);
        measured.Field("scope", Scope());
        measured.Field("new netns", Inherits());
        text.Append(Entry is null && measured.Length > 0 ? "\n" : "").Append(measured);
    }

    /// <summary>Whose value it is, where every kernel that knows says the same.</summary>
    private string? Scope() => Facts.Select(f => f.PerNetworkNamespace).OfType<bool>().Distinct().ToArray() switch
    {
        [true] => "each network namespace has its own value",
        [false] => "one value for the whole host",
        _ => null,
    };

    /// <summary>What a new network namespace starts with, where every kernel that knows says the same.</summary>
    private string? Inherits() => Facts.Select(f => f.InheritsInitial).OfType<bool>().Distinct().ToArray() switch
    {
        [true] => "starts with the value of the host",
        [false] => "starts with the kernel's own default",
        _ => null,
    };

    private void AppendKernels(StringBuilder text)
    {
        if (Facts.Length == 0)
        {
            text.Append("\nNo kernel at hand says anything about it.\n");
            return;
        }

        text.Append(Target is null ? "\nKernels:\n" : $"\nKernels of {Target.Name}:\n");
        var with = (DefaultIsOfTheMachine ? KernelDetails.None : KernelDetails.Default) | (Scope() is null ? KernelDetails.Scope : KernelDetails.None);
        var groups = KernelGroup.Of(Facts, with);
        var width = Math.Min(groups.Max(g => g.Name.Length), 40);
        foreach (var group in groups)
        {
            text.Append(Wrap.Lines($"{group.Says} [{group.Layer}]", $"  {group.Name.PadRight(width)}  ", width + 4));
        }
    }

    private static string? Joined(string separator, params string?[] parts) =>
        parts.Any(p => p is not null) ? string.Join(separator, parts.Where(p => p is not null)) : null;
}
