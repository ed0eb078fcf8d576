using System.Collections.Immutable;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3006: a value that the directive's parser refuses.</summary>
public sealed class BadValueRule : IRule
{
    // A list of thousands of wrong values is one mistake; the first few say it.
    private const int MostOfOneDirective = 10;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3006", "bad-directive-value", "A value that systemd does not take for a directive", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.All(context.Spec))
        {
            // An empty value resets, or is refused, depending on the directive and on the version: it is not judged.
            foreach (var finding in line.Directive.Values.Where(v => v.Text.Length > 0).Select(v => Refused(line, v)).OfType<Finding>().Take(MostOfOneDirective))
            {
                context.Report(finding);
            }
        }
    }

    private Finding? Refused(UnitLine line, WrittenField value)
    {
        var refusing = line.Targets
            .Select(t => (Target: t, Form: FormOn(line, t)))
            .Where(t => t.Form is not null && !t.Form.Takes(value.Text))
            .ToImmutableArray();
        if (refusing.IsEmpty)
        {
            return null;
        }

        var who = line.Kind.IsUnit ? UnitLine.Versions(refusing.Select(r => r.Target)) : "systemd";
        return line.Finding(
            Code,
            value.Span,
            $"{line.Name}={value.Text} is refused by {who}, and the line is ignored.",
            $"{line.Name} takes {refusing[0].Form!.Description}");
    }

    private static ValueForm? FormOn(UnitLine line, Target target) =>
        line.Kind.IsUnit ? (line.TypeOn(target) is { } type ? ValueForms.Of(line.Name, type) : null)
        : line.Section == "Manager" ? ManagerForm(line.Name)
        : null;

    // systemd-system.conf(5): the default limits of units take what the limits of units take.
    private static ValueForm? ManagerForm(string directive) =>
        directive.StartsWith("DefaultLimit", StringComparison.Ordinal) ? ValueForms.Of(directive["Default".Length..], "LIMIT") : null;
}
