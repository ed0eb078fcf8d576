using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Capture;

/// <summary>One row of a captured table.</summary>
internal static class CaptureRow
{
    /// <summary>Counters: what they say has changed by the time it is read.</summary>
    private static readonly ImmutableArray<string> Counters =
    [
        "fs.aio-nr", "fs.dentry-state", "fs.file-nr", "fs.inode-nr", "fs.inode-state", "fs.quota.allocated_dquots", "fs.quota.cache_hits", "fs.quota.drops",
        "fs.quota.free_dquots", "fs.quota.lookups", "fs.quota.reads", "fs.quota.syncs", "fs.quota.writes", "kernel.ns_last_pid", "kernel.pty.nr",
        "net.netfilter.nf_conntrack_count",
    ];

    /// <summary>The fields, tabs between them.</summary>
    public static string Of(HostKey key, NamespaceKey? inside)
    {
        var value = Counters.Contains(key.Key, StringComparer.Ordinal) ? null : key.Value;

        // What a new namespace starts with is not copied from the host where the two differ: then it is what the kernel was built with.
        var compiled = inside is { Value: { } start } && value is not null && start != value ? start : null;
        return string.Join('\t', (string[])
        [
            key.Key, key.Mode, Escaped(compiled), inside is null ? "" : "yes", "", "", "", "", TypeOf(key.Value),
            Range(inside?.Accepts), inside?.Holds == inside?.Accepts ? "" : Range(inside?.Holds), string.Join(' ', (inside?.NotHeld ?? []).Select(Written)),
            inside is { IsOwn: true } ? "OWN" : "", inside is null ? "" : inside.Mode == key.Mode ? "same" : inside.Mode,
            inside is null ? "" : inside.Value == value ? "same" : Escaped(inside.Value), compiled is null ? "" : "no", Escaped(value),
        ]);
    }

    /// <summary>As the tables write tabs and line feeds inside a value.</summary>
    private static string Escaped(string? value) =>
        value is null ? "" : value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Range(AcceptedRange? range) => range is null ? "" : RangeText.Write(range);

    private static string Written(ReadBack back) =>
        string.Create(CultureInfo.InvariantCulture, $"{(back.Low == back.High ? $"{back.Low}" : $"{back.Low}..{back.High}")}=>{back.Gives}{(back.WasThere ? "=" : "")}");

    private static string TypeOf(string? value)
    {
        var fields = value?.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        return value is null ? ""
            : fields.Length == 0 || !Array.TrueForAll(fields, f => Int128.TryParse(f, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) ? "string"
            : fields.Length == 1 ? "int"
            : "int-vector";
    }
}
