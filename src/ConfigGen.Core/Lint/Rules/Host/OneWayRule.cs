using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Host;

/// <summary>CG2301: a value that nothing but a restart takes back.</summary>
public sealed class OneWayRule : IRule
{
    private static readonly ImmutableArray<(string Key, int Value, string Effect)> OneWay =
    [
        ("kernel.kexec_load_disabled", 1, "no other kernel can be loaded, for crash dumps neither"),
        ("kernel.modules_disabled", 1, "no module can be loaded or removed"),
        ("kernel.unprivileged_bpf_disabled", 1, "not even root can allow unprivileged BPF again"),
        ("kernel.yama.ptrace_scope", 3, "no process can be traced by a debugger"),
        ("net.netfilter.nf_hooks_lwtunnel", 1, "the hooks for lightweight tunnels stay on"),
    ];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2301", "one-way", "A value that only a restart takes back", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var (key, number, effect) in OneWay)
        {
            foreach (var value in context.Numbers(key).Where(v => v.Number == number))
            {
                context.Report(value.Finding(Code, $"{value.Assignment} cannot be taken back until the next boot: {effect}.", "ignore this with the reason if that is meant; taking the line out takes effect with a restart"));
            }
        }
    }
}
