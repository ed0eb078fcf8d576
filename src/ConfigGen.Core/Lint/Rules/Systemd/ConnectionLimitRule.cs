using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3022: a limit of connections on a socket that systemd does not accept connections for.</summary>
public sealed class ConnectionLimitRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3022", "connection-limit", "A limit of connections that systemd does not count", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var lines in UnitLines.Together(context.Spec, "Socket"))
        {
            // Unless the drop-in says so itself, the unit may well have Accept=yes.
            if (UnitLines.Last(lines, "Accept") is { } accept && SystemdBoolean.Parse(accept.Text) == false)
            {
                foreach (var line in lines.Where(l => l.Name is "MaxConnections" or "MaxConnectionsPerSource"))
                {
                    context.Report(line.Finding(
                        Code,
                        $"{line.Name}={UnitLines.Text(line)} of {line.Unit} has no effect with Accept={accept.Text}: the service accepts the connections itself.",
                        "delete the line, and limit connections in the service").WithRelated(accept.Span, "Accept is set here"));
                }
            }
        }
    }
}
