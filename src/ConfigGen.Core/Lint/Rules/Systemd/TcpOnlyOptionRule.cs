using System.Collections.Immutable;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3023: options of TCP on a socket unit that has no TCP socket.</summary>
public sealed class TcpOnlyOptionRule : IRule
{
    private static readonly ImmutableArray<string> Options =
        ["DeferAcceptSec", "KeepAlive", "KeepAliveIntervalSec", "KeepAliveProbes", "KeepAliveTimeSec", "NoDelay"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3023", "tcp-only-option", "A TCP option on a socket that is not TCP", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var lines in UnitLines.Together(context.Spec, "Socket"))
        {
            var listening = lines.Where(l => l.Name.StartsWith("Listen", StringComparison.Ordinal)).ToList();
            var option = lines.Where(IsOn).OrderBy(l => l.Directive.Span.Span.Start).FirstOrDefault();
            if (option is not null && listening.Count > 0 && listening.TrueForAll(l => !IsTcp(l)))
            {
                context.Report(option.Finding(
                    Code,
                    $"{option.Name}={UnitLines.Text(option)} of {option.Unit} is an option of TCP, and {UnitLines.Text(listening[0])} ({listening[0].Name}) is none.",
                    "delete the line, or ignore this when the unit itself listens on TCP too").WithRelated(listening[0].Directive.Span, "it listens here"));
            }
        }
    }

    private static bool IsOn(UnitLine line) => Options.Contains(line.Name) && UnitLines.Text(line).Length > 0 && SystemdBoolean.Parse(UnitLines.Text(line)) != false;

    // An absolute path, @name and vsock: are no TCP; everything else is a port or an address.
    private static bool IsTcp(UnitLine line) =>
        line.Name == "ListenStream" && line.Directive.Values.Any(v => v.Text.Length > 0 && v.Text[0] is not ('/' or '@') && !v.Text.StartsWith("vsock:", StringComparison.Ordinal));
}
