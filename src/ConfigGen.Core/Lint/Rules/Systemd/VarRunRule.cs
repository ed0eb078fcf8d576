using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3019: a path below /var/run, which systemd rewrites with a notice in the log.</summary>
public sealed class VarRunRule : IRule
{
    private const string Legacy = "/var/run/";
    private static readonly ImmutableArray<string> Rewritten = ["ListenDatagram", "ListenFIFO", "ListenSequentialPacket", "ListenStream", "PIDFile"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3019", "var-run", "A path below /var/run", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => Rewritten.Contains(l.Name)))
        {
            foreach (var value in line.Directive.Values.Where(v => v.Text.StartsWith(Legacy, StringComparison.Ordinal)))
            {
                context.Report(Below(line, value));
            }
        }
    }

    private Finding Below(UnitLine line, WrittenField value)
    {
        var path = string.Concat("/run/", value.Text.AsSpan(Legacy.Length));
        return line.Finding(Code, value.Span, $"{line.Name}={value.Text} of {line.Unit} lies below /var/run, an old name of /run: systemd takes {path} and says so in the log whenever it reads the unit.", $"write {path}") with
        {
            Fix = value.Quoted || value.Span.Text != value.Text ? null : new Fix(value.Span, path, $"Write {path}", IsSafe: true),
        };
    }
}
