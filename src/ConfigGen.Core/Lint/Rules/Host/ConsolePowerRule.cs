using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Host;

/// <summary>CG2303: whoever reaches the keyboard or the serial console may crash or restart the host.</summary>
public sealed class ConsolePowerRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2303", "console-power", "The console may do anything to the host", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("kernel.sysrq").Where(v => v.Number == 1))
        {
            var finding = value.Finding(
                Code,
                $"{value.Assignment} lets everybody at the keyboard or a serial console kill all processes, remount, crash or restart the host, without logging in.",
                "write 16 (sync only), which systemd sets, or the sum of what is needed, as in 176 for sync, remount read-only and restart");
            context.Report(finding with { Fix = value.Suggest("16") });
        }

        foreach (var value in context.Numbers("kernel.ctrl-alt-del").Where(v => v.Number > 0))
        {
            context.Report(value.Finding(Code, $"{value.Assignment} restarts the host at once when Ctrl-Alt-Del is pressed, and what was not written to disk yet is lost.", "write 0: init is told, and shuts down in order") with { Fix = value.Suggest("0") });
        }
    }
}
