using System.Globalization;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3009: keepalive of a socket beyond what the kernel takes for one socket.</summary>
public sealed class KeepaliveBoundsRule : IRule
{
    // include/net/tcp.h: MAX_TCP_KEEPIDLE, MAX_TCP_KEEPINTVL and MAX_TCP_KEEPCNT; the sysctl keys go further.
    private const int MostSeconds = 32767;
    private const int MostProbes = 127;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3009", "keepalive-bounds", "Keepalive of a socket beyond the kernel's bounds", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => l.Section == "Socket"))
        {
            foreach (var value in line.Directive.Values.Where(v => IsRefused(line.Name, v.Text)))
            {
                context.Report(Refused(line, value));
            }
        }
    }

    // Zero leaves the option alone; a part of a second becomes zero, which the kernel refuses.
    private static bool IsRefused(string directive, string value) => directive switch
    {
        "KeepAliveTimeSec" or "KeepAliveIntervalSec" => SystemdTime.TrySeconds(value, out var seconds) ? seconds is (> 0 and < 1) or >= MostSeconds + 1 : value == "infinity",
        "KeepAliveProbes" => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var probes) && probes > MostProbes,
        _ => false,
    };

    private Finding Refused(UnitLine line, WrittenField value)
    {
        var bounds = line.Name == "KeepAliveProbes" ? $"1 to {MostProbes} probes" : $"1 to {MostSeconds} seconds (about 9 hours)";
        return line.Finding(
            Code,
            value.Span,
            $"{line.Name}={value.Text} of {line.Unit} is refused by the kernel, which takes {bounds} for one socket: the value of the sysctl key stays in force there.",
            $"write {bounds}");
    }
}
