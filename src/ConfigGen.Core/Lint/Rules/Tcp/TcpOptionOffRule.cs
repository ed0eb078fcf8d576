using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2112: TCP without one of the options that make it fast and safe.</summary>
public sealed class TcpOptionOffRule : IRule
{
    private static readonly ImmutableArray<(string Key, string Effect)> Options =
    [
        ("net.ipv4.tcp_sack", "makes every loss cost more: the peer cannot say what has arrived, so more is sent again"),
        ("net.ipv4.tcp_timestamps", "gives up the protection against old packets with wrapped sequence numbers, and good round trip times; since 4.10 timestamps do not tell the uptime"),
        ("net.ipv4.tcp_window_scaling", "holds every connection to 64 KiB in flight, which is slow over any distance"),
    ];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2112", "tcp-option-off", "A TCP option that connections need is off", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var (key, effect) in Options)
        {
            foreach (var value in context.Numbers(key).Where(v => v.Number == 0))
            {
                context.Report(value.Finding(Code, $"{value.Assignment} {effect}.", "delete the line, or write 1, the default") with { Fix = value.Suggest("1") });
            }
        }
    }
}
