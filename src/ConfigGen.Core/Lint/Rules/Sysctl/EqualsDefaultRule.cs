using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2012: a value that every target's kernel starts with anyway.</summary>
public sealed class EqualsDefaultRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2012", "equals-default", "A value that equals the kernel's default on every target", Severity.Info) { IsAboutNoOp = true };

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        // A line that changes what a layer sets is no repetition of the default, even where it goes back to it.
        foreach (var setting in context.Spec.Settings.Where(s => !s.FromKeepalive && s.Overridden.IsEmpty))
        {
            var written = setting.Values.Where(v => v.Value is { Fields.IsEmpty: false }).ToList();
            if (written.Count > 0 && IsDefaultComparable(context, setting) && !IsException(context, setting) && written.All(v => IsDefault(context, setting, v)))
            {
                context.Report(Finding.Of(Code, written[0].Value!.Span, $"{setting.Key} = {written[0].Value!.Text} is what the kernel starts with on {Wording.Targets(written.Select(v => v.Target))}.")
                    .WithHelp("delete the line; or keep it on purpose with pin: true, against another file that changes it")
                    .About(setting.Key.Name));
            }
        }
    }

    // A default that depends on memory, processors or the boot is another host's default.
    private static bool IsDefaultComparable(RuleContext context, ResolvedSetting setting) =>
        !context.Catalog.HasOwnDefault(setting.Key.Name) && context.Catalog.Curated(setting.Key.Name)?.DefaultScalesWith is null;

    // What all or default is set to reaches an interface, too: a line that takes the interface out of it is no repetition.
    private static bool IsException(RuleContext context, ResolvedSetting setting)
    {
        var parts = setting.Key.Name.Split('.');
        return parts is ["net", "ipv4" or "ipv6", "conf" or "neigh", not "all", .., var leaf]
            && Array.Exists([$"net.{parts[1]}.{parts[2]}.all.{leaf}", $"net.{parts[1]}.{parts[2]}.default.{leaf}", leaf == "forwarding" ? "net.ipv4.ip_forward" : ""], key => key != setting.Key.Name && context.Find(key) is not null);
    }

    // Of Debian's and Red Hat's releases every file is in the catalogue. Of others some may be missing: what the files of another release change, they may change, too.
    private static bool IsSetAtBootSomewhere(string key) =>
        PlatformCatalog.BuiltIn.All.Any(p => p.AtBoot(key) is not null);

    // What a file of the distribution changes at boot is not there when the line is deleted.
    private static bool IsDefault(RuleContext context, ResolvedSetting setting, TargetValue value) =>
        !value.Target.Kernels.IsEmpty
        && (value.Target.Platform?.AtBoot(setting.Key.Name) is not { } vendor || vendor.Value == value.Value!.Text)
        && !(value.Target.Platform is { } platform && platform.AtBoot(setting.Key.Name) is null && !platform.Kernels.All(k => k.Family is KernelFamily.Debian or KernelFamily.RedHat) && IsSetAtBootSomewhere(setting.Key.Name))
        && context.Facts(setting, value.Target).All(fact => string.Equals(fact.Default, value.Value!.Text, StringComparison.Ordinal));
}
