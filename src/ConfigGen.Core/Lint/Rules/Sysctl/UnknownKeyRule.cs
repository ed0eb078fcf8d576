using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2001: a key that no kernel at hand has or had.</summary>
public sealed class UnknownKeyRule : IRule
{
    // A search through every known key takes milliseconds; whoever has more unknown keys than this has another problem.
    private const int MostSuggestions = 25;

    // A file system of its own, mounted there: its files are formats that the host registers (binfmt-misc.rst), not settings of the kernel.
    private const string BinfmtMisc = "fs.binfmt_misc.";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2001", "unknown-key", "A sysctl key that no known kernel has", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        var unknown = context.Spec.Settings.Where(s => !IsOutsideTables(s.Key) && !context.Catalog.IsInSomeKernel(s.Key.Name));
        foreach (var (number, setting) in unknown.Index())
        {
            context.Report(Unknown(context, setting, number < MostSuggestions));
        }
    }

    private static bool IsOutsideTables(SysctlKey key) => key.IsGlob || key.Name.StartsWith(BinfmtMisc, StringComparison.Ordinal);

    /// <summary>net.ipv4.conf.eth0.100.rp_filter is meant as net.ipv4.conf.eth0/100.rp_filter (sysctl.d(5)): the form that every loader reads.</summary>
    private static string? DottedInterface(RuleContext context, string key)
    {
        var parts = key.Split('.');
        if (parts.Length < 6 || parts[2] is not ("conf" or "neigh"))
        {
            return null;
        }

        var meant = $"{string.Join('.', parts[..3])}.{string.Join('/', parts[3..^1])}.{parts[^1]}";
        return context.Catalog.IsKnown(meant) ? meant : null;
    }

    private Finding Unknown(RuleContext context, ResolvedSetting setting, bool suggest)
    {
        var key = setting.Key.Name;
        if (DottedInterface(context, key) is { } path)
        {
            return Finding.Of(Code, setting.KeySpan, $"No known kernel has a key {key}: a dot inside the name of an interface must be written as a slash.") with
            {
                Setting = key,
                Help = $"write {path}",

                // The dotted key names nothing at all, so nothing that takes effect is changed.
                Fix = new Fix(setting.KeySpan, path, $"Write {path}", IsSafe: setting.KeySpan.Text == key && context.Spec.Find(path) is null),
            };
        }

        if (context.Catalog.Curated(key) is { } gone)
        {
            return Finding.Of(Code, setting.KeySpan, $"No known kernel has a key {key} any more.") with
            {
                Setting = key,
                Help = $"{(gone.ReplacedBy is { } other ? $"use {other} instead" : "delete the line")}; `configgen explain {key}` tells what it was",
            };
        }

        var near = suggest ? context.Catalog.Suggest(key) : [];
        var finding = Finding.Of(Code, setting.KeySpan, $"No known kernel has a key {key}.") with { Setting = key };
        return near.IsEmpty
            ? finding with { Help = "check the spelling against `sysctl -a` on a host; a key of your own kernel can be accepted with an ignore entry" }
            : finding with
            {
                Help = $"did you mean {Wording.List(near, "or")}?",
                Fix = new Fix(setting.KeySpan, near[0], $"Write {near[0]}", IsSafe: false),
            };
    }
}
