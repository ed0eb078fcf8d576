using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2105: retransmission limits that give up on a short outage.</summary>
public sealed class RetriesLowRule : IRule
{
    private const string Linear = "net.ipv4.tcp_syn_linear_timeouts";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2105", "retries-low", "So few retransmissions that a short outage ends connections", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("net.ipv4.tcp_syn_retries").Where(v => v.Number >= 1 && v.Number <= 2))
        {
            context.Report(value.Finding(Code, $"{value.Assignment} makes connect() give up {SynTimes(context, value)}.", "delete the line: the default of 6 tries for about two minutes, and an application can give up sooner by itself"));
        }

        foreach (var value in context.Numbers("net.ipv4.tcp_synack_retries").Where(v => v.Number >= 0 && v.Number <= 1))
        {
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} drops a client's half-open connection after {Wording.Seconds(RetryTime.Handshake((int)value.Number, linear: 0))}, with {Repeats((int)value.Number)} of a lost SYN-ACK.",
                "delete the line (the default of 5 waits 63 seconds), or write at least 2: against floods SYN cookies help, not a short wait"));
        }

        foreach (var value in context.Numbers("net.ipv4.tcp_retries2").Where(v => v.Number >= 1 && v.Number < 8))
        {
            var tenths = RetryTime.EstablishedTenths((int)value.Number);
            context.Report(value.Finding(
                Code,
                $"{value.Assignment} can end an established connection after {tenths / 10}.{tenths % 10} seconds without an answer; RFC 1122 asks for at least 100 seconds.",
                "write 8 or more; for a faster failover use TCP_USER_TIMEOUT on the connections that need it"));
        }
    }

    private static string Repeats(int retries) => retries == 0 ? "no repetition" : "one repetition";

    private static string SynTimes(RuleContext context, NumberValue value)
    {
        var times = value.Targets
            .SelectMany(t => t.Kernels.Select(k => (Target: t, Kernel: k, Seconds: RetryTime.Handshake((int)value.Number, LinearTimeouts(context, t, k)))))
            .GroupBy(t => t.Seconds)
            .OrderBy(g => g.Key)
            .ToList();
        return times.Count == 1
            ? $"after {Wording.Seconds(times[0].Key)}"
            : Wording.List(times.Select(g => $"after {Wording.Seconds(g.Key)} on {Wording.Hosts(g.GroupBy(t => t.Target).Select(t => (t.Key, t.Select(x => x.Kernel).ToImmutableArray())))}"));
    }

    // ip-sysctl.rst: the default is 4; the key came with 6.5.
    private static int LinearTimeouts(RuleContext context, Target target, Kernel kernel)
    {
        var fact = context.Lookup(Linear, kernel);
        var hasThem = fact.Existence == Existence.Exists || (fact.Existence == Existence.Unknown && kernel.Version >= new KernelVersion(6, 5, null));
        var text = context.ValueOn(target, Linear)?.Text ?? fact.Default ?? "4";
        return hasThem && KernelNumber.TryParse(text, out var number) && number >= 0 && number <= 127 ? (int)number : 0;
    }
}
