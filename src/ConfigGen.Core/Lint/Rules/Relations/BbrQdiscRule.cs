using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4024: BBR with another queueing discipline than the one that paces for it.</summary>
public sealed class BbrQdiscRule : IRule
{
    private const string Control = "net.ipv4.tcp_congestion_control";
    private const string Qdisc = "net.core.default_qdisc";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4024", "bbr-qdisc", "BBR without the queueing discipline fq", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        if (context.Find(Control) is not { } setting)
        {
            return;
        }

        foreach (var (value, targets) in RuleContext.ValuesOf(setting).Where(v => v.Value.Text == "bbr"))
        {
            if (targets.Select(t => context.ValueOn(t, Qdisc)).FirstOrDefault(q => q is not null && q.Text != "fq") is { } qdisc)
            {
                context.Report(Report(value, qdisc));
            }
        }
    }

    private Finding Report(SettingValue control, SettingValue qdisc)
    {
        var finding = Finding.Of(Code, qdisc.Span, $"{Qdisc} = {qdisc.AsWritten} does not pace packets for {Control} = {control.AsWritten}: the kernel then keeps a timer for every connection, which costs more processor time.")
            .WithHelp("write fq")
            .WithRelated(control.Span, $"{Control} is set here")
            .About(Qdisc);
        return finding with { Fix = new Fix(qdisc.Span, "fq", "Write fq", IsSafe: false) };
    }
}
