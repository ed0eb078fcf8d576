using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Capture;

/// <summary>One file below /proc/sys as it was read.</summary>
/// <param name="Key">In sysctl spelling.</param>
/// <param name="Mode">As in 0644.</param>
/// <param name="Value">Its text without the last line feed; null where it could not be read.</param>
public sealed record HostKey(string Key, string Mode, string? Value);

/// <summary>What was measured about one key in a network namespace of its own.</summary>
/// <param name="Mode">Its mode there.</param>
/// <param name="Value">What a new namespace starts with; null where it cannot be read.</param>
public sealed record NamespaceKey(string Mode, string? Value)
{
    /// <summary>What a write accepted; null where it was not tried.</summary>
    public AcceptedRange? Accepts { get; init; }

    /// <summary>What of that was read back as written; null where it was not tried, or nothing was.</summary>
    public AcceptedRange? Holds { get; init; }

    /// <summary>Values that were accepted and read back as another one.</summary>
    public ImmutableArray<ReadBack> NotHeld { get; init; } = [];

    /// <summary>What was written there did not reach the host.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>A host's facts as a table, and what is not in it.</summary>
/// <param name="Table">With its head; LF line ends and a final one.</param>
/// <param name="LeftOut">Grouped by reason, in a stable order.</param>
/// <param name="Count">The number of rows.</param>
public sealed record CapturedFacts(string Table, ImmutableArray<LeftOut> LeftOut, int Count);

/// <summary>Keys that a capture does not hold.</summary>
/// <param name="Reason">Why, to follow "left out, ".</param>
/// <param name="Keys">By name, sorted; empty where the names are not to be told either.</param>
/// <param name="Count">How many.</param>
public sealed record LeftOut(string Reason, ImmutableArray<string> Keys, int Count);

/// <summary>Turns what was read on a host into a table of facts. Only what the catalogue knows gets in: nobody can tell what an unknown key holds.</summary>
public static class HostCapture
{
    private const string Header =
        "key\tmode\tdefault_value\tin_netns\tmodule\taccepted_min\taccepted_max\trejected\ttype\taccept_ranges\theld_ranges\tnot_held\tnetns_kind\tnetns_mode\tnetns_value\tinherits\tvalue";

    private const string Interface = "of one interface, whose name stays on the host: all, default and lo stand for it";

    /// <summary>The table and what is left out of it.</summary>
    /// <param name="host">The head.</param>
    /// <param name="keys">Every key of the host, in any order.</param>
    /// <param name="measured">What was measured in a namespace of its own; empty where nothing was.</param>
    /// <param name="catalog">Knows which keys may be told.</param>
    /// <param name="included">Unknown keys to take all the same.</param>
    public static CapturedFacts Make(
        CapturedHost host, IReadOnlyCollection<HostKey> keys, IReadOnlyDictionary<string, NamespaceKey> measured, SysctlCatalog catalog, IReadOnlySet<string> included)
    {
        var names = HostNames.Of(keys);
        var (rows, left) = (new StringBuilder(), new List<(string Key, string Reason)>());
        var count = 0;
        foreach (var key in keys.OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            if ((Refusal(key, catalog, included) ?? names.Refusal(key)) is { } reason)
            {
                left.Add((key.Key, reason));
                continue;
            }

            count++;
            rows.Append(CaptureRow.Of(key, measured.GetValueOrDefault(key.Key))).Append('\n');
        }

        return new CapturedFacts($"{host.Write()}{Header}\n{rows}", Grouped(left), count);
    }

    private static string? Refusal(HostKey key, SysctlCatalog catalog, IReadOnlySet<string> included) =>
        KeyPattern.Interface(key.Key) is not (null or "all" or "default" or "lo") ? Interface
        : WithheldKeys.Reason(key.Key) ?? (catalog.IsInSomeKernel(key.Key) || included.Contains(key.Key) ? null : "not in the catalogue");

    private static ImmutableArray<LeftOut> Grouped(List<(string Key, string Reason)> left) =>
    [
        .. left.GroupBy(l => l.Reason, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new LeftOut(g.Key, g.Key == Interface ? [] : [.. g.Select(l => l.Key)], g.Count())),
    ];
}
