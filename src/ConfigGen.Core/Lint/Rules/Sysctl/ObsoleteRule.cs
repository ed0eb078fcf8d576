using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Fixes;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2003: a key that is still there and does (nearly) nothing.</summary>
public sealed class ObsoleteRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2003", "obsolete", "A sysctl key that no longer does what it was for", Severity.Warning) { IsAboutNoOp = true };

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var setting in context.Spec.Settings)
        {
            if (context.Catalog.Curated(setting.Key.Name) is { Obsolete: { } now } curated)
            {
                Check(context, setting, curated, now);
            }
        }
    }

    private void Check(RuleContext context, ResolvedSetting setting, CuratedEntry curated, string now)
    {
        var targets = setting.Values.Where(v => v.Value is not null && Applies(context, setting, v.Target, curated)).Select(v => v.Target).ToList();
        if (targets.Count == 0)
        {
            return;
        }

        var since = curated.ObsoleteSince is { } version ? $" since Linux {version}" : "";
        context.Report(Finding.Of(Code, setting.KeySpan, $"{setting.Key} is obsolete{since} on {Wording.Targets(targets)}: {now.TrimEnd('.')}.") with
        {
            Setting = setting.Key.Name,
            Help = curated.ReplacedBy is { } other ? $"use {other} instead" : "delete the line",
            Fix = curated.ReplacedBy is null ? EntryDeletion.Of(setting.KeySpan, curated.HasNoEffect && IsAlone(context.Spec, setting, targets.Count) && LeavesSome(context)) : null,
        });
    }

    // All entries of a block may be found obsolete at once, and an empty block is not a spec.
    private static bool LeavesSome(RuleContext context) =>
        context.Spec.Settings.Any(s => !s.FromKeepalive && ReferenceEquals(s.KeySpan.Source, context.Spec.Source) && context.Catalog.Curated(s.Key.Name)?.Obsolete is null);

    // A layer has other specs above it, with other targets; and what a spec says elsewhere about the key would be left hanging.
    private static bool IsAlone(ResolvedSpec spec, ResolvedSetting setting, int targets) =>
        targets == setting.Values.Length
        && ReferenceEquals(setting.KeySpan.Source, spec.Source)
        && !spec.HasLayers
        && !spec.Outputs.Overridable.Any(o => o.Value == setting.Key.Name)
        && !spec.Ignores.Any(i => i.Setting is { } ignored && Glob.Matches(ignored.Value, setting.Key.Name));

    // Every kernel of the target must have left the old meaning behind: where one has not, the line still earns its place.
    private static bool Applies(RuleContext context, ResolvedSetting setting, Target target, CuratedEntry curated) =>
        target.Kernels.Length > 0
        && context.Facts(setting, target).All(f => f.Existence == Existence.Exists && (curated.ObsoleteSince is not { } since || f.Kernel.Version >= since));
}
