using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4028: a socket unit on a port that the kernel gives to outgoing connections.</summary>
public sealed class ListenInRangeRule : IRule
{
    private const string Range = "net.ipv4.ip_local_port_range";
    private const string Reserved = "net.ipv4.ip_local_reserved_ports";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4028", "listen-in-range", "A socket listens on a port that outgoing connections may take", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => l.Name is "ListenStream" or "ListenDatagram"))
        {
            foreach (var value in line.Directive.Values)
            {
                if (PortOf(value.Text) is { } port && line.Where(t => IsTaken(context, t, port)) is { IsEmpty: false } targets)
                {
                    context.Report(Taken(context, line, value, port, [.. targets]));
                }
            }
        }
    }

    private Finding Taken(RuleContext context, UnitLine line, WrittenField value, int port, List<Target> targets)
    {
        var (low, high) = RangeOn(context, targets[0])!.Value;
        var finding = line.Finding(
            Code,
            value.Span,
            $"{line.Name}={value.Text} of {line.Unit} is within {Range} ({low} to {high}) on {Wording.Targets(targets)}: an outgoing connection may hold the port when the socket is to be opened, and opening fails.",
            $"set {Reserved} to \"{port}\", or take a port outside the range");
        return context.ValueOn(targets[0], Range) is { } range ? finding.WithRelated(range.Span, "the range is set here") : finding;
    }

    private static bool IsTaken(RuleContext context, Target target, int port) =>
        RangeOn(context, target) is var (low, high) && port >= low && port <= high
        && !(context.ValueOn(target, Reserved) is { } reserved && reserved.Text.Split(',', ' ').Any(part => Holds(part, port)));

    // The last part of an address; a path, @name or vsock: has none.
    private static int? PortOf(string address) =>
        address.StartsWith("vsock:", StringComparison.Ordinal) || address.StartsWith('/') || address.StartsWith('@') ? null : Port(address[(address.LastIndexOf(':') + 1)..]);

    private static int? Port(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;

    private static bool Holds(string part, int port)
    {
        var ends = part.Split('-', 2);
        return Port(ends[0]) <= port && Port(ends[^1]) >= port;
    }

    private static (int Low, int High)? RangeOn(RuleContext context, Target target)
    {
        var texts = context.ValueOn(target, Range) is { } value ? [value.Text] : target.Kernels.Select(k => context.Lookup(Range, k).Default).Distinct(StringComparer.Ordinal).ToArray();
        var ends = texts is [{ } text] ? text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries) : [];
        return ends.Length == 2 && Port(ends[0]) is { } low && Port(ends[1]) is { } high ? (low, high) : null;
    }
}
