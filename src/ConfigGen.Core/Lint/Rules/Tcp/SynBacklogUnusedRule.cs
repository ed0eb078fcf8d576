using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2111: a SYN backlog limit that the kernel does not look at while SYN cookies are on.</summary>
public sealed class SynBacklogUnusedRule : IRule
{
    private const string Syncookies = "net.ipv4.tcp_syncookies";

    /// <summary>The oldest kernel whose code was read for this.</summary>
    private static readonly KernelVersion First = new(4, 18, null);

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2111", "syn-backlog-unused", "tcp_max_syn_backlog is not used while SYN cookies are on", Severity.Info) { IsAboutNoOp = true };

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("net.ipv4.tcp_max_syn_backlog"))
        {
            var unused = value.Targets.Where(t => t.Kernels.All(k => k.Version >= First) && HasCookies(context, t)).ToList();
            if (unused.Count > 0)
            {
                context.Report(value.Finding(
                    Code,
                    $"{value.Assignment} is not used on {Wording.Targets(unused)} while {Syncookies} is on: a full queue answers with cookies, and the length of the queue comes from listen() and net.core.somaxconn.",
                    "delete the line, and set net.core.somaxconn and the listeners' backlog instead"));
            }
        }
    }

    private static bool HasCookies(RuleContext context, Target target) => context.EffectiveNumber(target, Syncookies) is { } cookies && cookies != 0;
}
