using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3010: a drop-in that adds an ExecStart= to the one of the unit.</summary>
public sealed class SecondExecStartRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3010", "second-exec-start", "A drop-in adds a second ExecStart to a service", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var service in UnitLine.Of(context.Spec).Where(l => l.Section == "Service").GroupBy(l => l.Unit, StringComparer.Ordinal))
        {
            foreach (var line in UnitLine.Together(context.Spec, service).SelectMany(Adding))
            {
                context.Report(line.Finding(
                    Code,
                    $"This ExecStart is added to the one that {line.Unit} has; with two of them systemd refuses to start the service, unless its Type is oneshot.",
                    "to replace it, write an empty value first: ExecStart: [\"\", /usr/bin/program]"));
            }
        }
    }

    private static IEnumerable<UnitLine> Adding(ImmutableArray<UnitLine> service) =>
        service.Any(l => l.Name == "Type" && l.Directive.Values is [.., { Text: "oneshot" }])
            ? []
            : service.Where(l => l.Name == "ExecStart" && l.Directive.Values is [{ Text.Length: > 0 }, ..]);
}
