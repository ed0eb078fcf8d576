using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2013: a limit that people raise, written lower than the host starts with.</summary>
public sealed class BelowDefaultRule : IRule
{
    private static readonly ImmutableArray<string> RaiseOnly =
    [
        "fs.aio-max-nr", "fs.file-max", "fs.inotify.max_queued_events", "fs.inotify.max_user_instances", "fs.inotify.max_user_watches", "fs.nr_open",
        "kernel.pid_max", "net.core.netdev_max_backlog", "net.core.rmem_max", "net.core.somaxconn", "net.core.wmem_max", "vm.max_map_count",
    ];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2013", "below-default", "A limit below what the host starts with", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in RaiseOnly.SelectMany(context.Numbers))
        {
            var lowered = value.Targets
                .Select(t => (Target: t, Start: StartOf(context, value.Setting.Key.Name, t)))
                .Where(t => t.Start is { } start && value.Number < start.Number)
                .GroupBy(t => t.Start!)
                .ToList();
            if (lowered.Count > 0)
            {
                context.Report(Lowered(value, [.. lowered.Select(g => $"{g.Key.Number} on {Wording.Targets(g.Select(t => t.Target))} ({g.Key.Source})")]));
            }
        }
    }

    private Finding Lowered(NumberValue value, ImmutableArray<string> starts) => value.Finding(
        Code,
        $"{value.Assignment} lowers the limit, which is {Wording.List(starts)}.",
        $"delete the line; where a least value is meant, write {{at_least: {value.Number}}}, which never lowers");

    private static StartingValue? StartOf(RuleContext context, string key, Target target) =>
        target.Platform?.AtBoot(key) is { } vendor && KernelNumber.TryParse(vendor.Value, out var number)
            ? new StartingValue(number, $"set by {vendor.Origin} at boot")
            : Computed(context, key, target);

    private static StartingValue? Computed(RuleContext context, string key, Target target) => key switch
    {
        // systemd NEWS 240 and 243. Builds may opt out, but then the kernel's own value, by memory or processors, holds: not known.
        "fs.file-max" => target.Systemd >= 240 ? new StartingValue(long.MaxValue, "set by systemd at boot") : null,

        // A distribution may leave systemd's file out, so that one whose files are known and which has none says nothing.
        "kernel.pid_max" => target.Systemd >= 243 && target.Platform?.VendorSettings is not { IsEmpty: false } ? new StartingValue(4_194_304, "set by systemd at boot") : null,
        "fs.inotify.max_user_watches" => Watches(target),
        _ => KernelDefault(context, key, target),
    };

    private static StartingValue? KernelDefault(RuleContext context, string key, Target target)
    {
        var defaults = target.Kernels.Select(k => context.Lookup(key, k).Default).Distinct(StringComparer.Ordinal).ToList();
        return !context.Catalog.HasOwnDefault(key) && defaults is [{ } text] && KernelNumber.TryParse(text, out var number)
            ? new StartingValue(number, "the kernel's default")
            : null;
    }

    // inotify_user.c since 5.11: one percent of the memory, a watch costing two inodes and a little, at least 8192 and at most 1048576.
    // The size of an inode depends on the build; two kibibytes for a watch is more than any.
    private static StartingValue? Watches(Target target) =>
        target.Kernels.IsEmpty || !target.Kernels.All(k => k.Version >= new KernelVersion(5, 11, null)) ? null
        : new StartingValue(target.MemoryBytes is { } memory ? Int128.Clamp(memory / 100 / 2048, 8192, 1_048_576) : 8192, "at least; the kernel computes it from the memory");

    private sealed record StartingValue(Int128 Number, string Source);
}
