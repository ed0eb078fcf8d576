using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2103: tcp_tw_reuse for all connections.</summary>
public sealed class TwReuseRule : IRule
{
    private const string Key = "net.ipv4.tcp_tw_reuse";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2103", "tw-reuse", "tcp_tw_reuse for all outgoing connections", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers(Key))
        {
            if (value.Number == 1)
            {
                context.Report(value.Finding(
                    Code,
                    $"{value.Assignment} lets outgoing connections take over ports in TIME_WAIT; connections that the host accepts gain nothing, and the kernel documentation asks not to change it without expert advice.",
                    "delete the line (since Linux 4.19 the default is 2, loopback only), or ignore this with the reason if the host opens very many connections to few addresses"));
            }

            CheckTwo(context, value);
        }
    }

    // Before 4.19 the key was a switch with the default 0 (tables 3.10, 4.14 and 4.15), and any number but 0 turned it on.
    private void CheckTwo(RuleContext context, NumberValue value)
    {
        var switches = value.Targets.Where(t => t.Kernels.Any(k => context.Lookup(Key, k) is { Existence: Existence.Exists, Default: "0" })).ToList();
        if (value.Number == 2 && switches.Count > 0)
        {
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} means \"for all connections\" on {Wording.Targets(switches)}: there the key is a switch, and loopback only does not exist.",
                "write 0 for those targets, with a case of its own and `when`"));
        }
    }
}
