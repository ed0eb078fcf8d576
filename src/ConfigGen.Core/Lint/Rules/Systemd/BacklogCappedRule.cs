using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3025: a backlog that net.core.somaxconn cuts.</summary>
public sealed class BacklogCappedRule : IRule
{
    private const string Cap = "net.core.somaxconn";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3025", "backlog-capped", "A backlog above somaxconn", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => l.Name == "Backlog"))
        {
            // The largest number stands for "as many as somaxconn allows".
            if (SystemdNumber.TryWhole(UnitLines.Text(line), out var backlog) && backlog < int.MaxValue)
            {
                foreach (var cap in line.Targets.GroupBy(t => context.ValueOn(t, Cap)).Where(g => g.Key?.Number < backlog))
                {
                    context.Report(Cut(line, cap.Key!, Wording.Targets(cap)));
                }
            }
        }
    }

    private Finding Cut(UnitLine line, SettingValue cap, string targets) =>
        line.Finding(
            Code,
            line.Directive.Values[^1].Span,
            $"Backlog={UnitLines.Text(line)} of {line.Unit} is above {Cap} = {cap.AsWritten} on {targets}, and the kernel cuts it to that without a word.",
            $"raise {Cap} to {UnitLines.Text(line)}, or write at most {cap.AsWritten}").WithRelated(cap.Span, $"{Cap} is set here");
}
