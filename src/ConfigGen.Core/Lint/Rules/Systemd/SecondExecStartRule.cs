using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3010: a service that would have two ExecStart=, which only oneshot ones may have.</summary>
public sealed class SecondExecStartRule : IRule
{
    private const string Oneshot = "oneshot";

    // Oneshot services that distributions ship and people add commands to: read in the units of systemd 239 to 257, util-linux, apt, dpkg, man-db, e2fsprogs, kmod and procps.
    private static readonly ImmutableHashSet<string> StockOneshots = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "apt-daily-upgrade.service", "apt-daily.service", "dpkg-db-backup.service", "e2scrub@.service", "e2scrub_all.service", "e2scrub_reap.service", "fstrim.service", "initrd-cleanup.service",
        "initrd-parse-etc.service", "initrd-switch-root.service", "kmod-static-nodes.service", "kmod.service", "ldconfig.service", "man-db.service", "modprobe@.service", "procps.service",
        "systemd-binfmt.service", "systemd-boot-update.service", "systemd-firstboot.service", "systemd-fsck-root.service", "systemd-fsck@.service", "systemd-hibernate.service",
        "systemd-hybrid-sleep.service", "systemd-journal-flush.service", "systemd-machine-id-commit.service", "systemd-modules-load.service", "systemd-networkd-wait-online.service",
        "systemd-networkd-wait-online@.service", "systemd-pstore.service", "systemd-random-seed.service", "systemd-remount-fs.service", "systemd-repart.service", "systemd-suspend.service",
        "systemd-suspend-then-hibernate.service", "systemd-sysctl.service", "systemd-sysext.service", "systemd-sysusers.service", "systemd-time-wait-sync.service", "systemd-tmpfiles-clean.service",
        "systemd-tmpfiles-setup-dev.service", "systemd-tmpfiles-setup.service", "systemd-udev-settle.service", "systemd-udev-trigger.service", "systemd-update-utmp.service",
        "systemd-user-sessions.service", "systemd-vconsole-setup.service", "user-runtime-dir@.service");

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3010", "second-exec-start", "A service gets a second ExecStart", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var service in UnitLine.Of(context.Spec).Where(l => l.Section == "Service").GroupBy(l => l.Unit, StringComparer.Ordinal))
        {
            var file = context.Spec.Units.First(u => u.Name.Value == service.Key).File;
            foreach (var finding in UnitLine.Together(context.Spec, service).SelectMany(lines => Check(lines, service.Key, file)))
            {
                context.Report(finding);
            }
        }
    }

    private IEnumerable<Finding> Check(ImmutableArray<UnitLine> service, string unit, UnitFileForm? file)
    {
        var type = UnitLines.Last(service, "Type")?.Text ?? file?.MainType;
        return type == Oneshot || (type is null && file is not { IsWhole: true } && StockOneshots.Contains(unit))
            ? []
            : service.Where(l => l.Name == "ExecStart").SelectMany(l => Check(l, file));
    }

    private IEnumerable<Finding> Check(UnitLine line, UnitFileForm? file)
    {
        var inForce = line.Directive.Values.Reverse().TakeWhile(v => v.Text.Length > 0).Reverse().ToList();
        var isAdded = file is not { IsWhole: true } && inForce.Count == line.Directive.Values.Length && inForce.Count > 0;
        if (isAdded)
        {
            yield return Report(line, line.Directive.Name.Span, file, $"This ExecStart is added to the one that {line.Unit} has", "to replace it, write an empty value first: ExecStart: [\"\", /usr/bin/program]");
        }
        else if (inForce.Count > 1)
        {
            yield return Report(line, inForce[1].Span, file, $"This ExecStart of {line.Unit} comes after another one", "keep one of them, run what prepares the service by ExecStartPre, or write Type=oneshot where the commands come to an end");
        }
    }

    private Finding Report(UnitLine line, SourceSpan span, UnitFileForm? file, string what, string help) =>
        line.Finding(Code, span, $"{what}; with two of them systemd refuses to start the service{(file is { IsWhole: true } or { MainType: not null } ? ", as its Type is not oneshot" : ", unless its Type is oneshot")}.", help);
}
