using System.Collections.Immutable;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3007: keepalive times on a socket that does not ask for keepalive.</summary>
public sealed class KeepaliveOffRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3007", "keepalive-off", "Keepalive times without KeepAlive=yes", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var socket in UnitLine.Of(context.Spec).Where(l => l.Section == "Socket").GroupBy(l => l.Unit, StringComparer.Ordinal))
        {
            foreach (var together in UnitLine.Together(context.Spec, socket))
            {
                Check(context, socket.Key, together);
            }
        }
    }

    private void Check(RuleContext context, string socket, ImmutableArray<UnitLine> lines)
    {
        var times = lines.Where(l => l.Name is "KeepAliveTimeSec" or "KeepAliveIntervalSec" or "KeepAliveProbes").OrderBy(l => l.Directive.Name.Span.Span.Start).ToList();
        if (times.Count > 0 && !lines.Any(IsOn))
        {
            context.Report(times[0].Finding(
                Code,
                $"{Wording.List(times.Select(t => t.Name).Distinct(StringComparer.Ordinal))} of {socket} have no effect without KeepAlive=yes: the socket does not ask for keepalive by default.",
                "write KeepAlive: yes beside it, or ignore this when the unit itself has it"));
        }
    }

    private static bool IsOn(UnitLine line) => line.Name == "KeepAlive" && line.Directive.Values is [.., var last] && SystemdBoolean.Parse(last.Text) == true;
}
