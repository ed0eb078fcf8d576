using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3001: a directive that no known systemd has.</summary>
public sealed class UnknownDirectiveRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3001", "unknown-directive", "A directive that no known systemd has", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => l.Fact is null && !l.IsGoneSomewhere && l.Kind.Sections.Contains(l.Section)))
        {
            var near = Spelling.Closest(line.Name, UnitCatalog.BuiltIn.Names(line.Kind.Sections));
            // Where no target is within the versions that were asked, only what looks mistyped is certain enough.
            if (!near.IsEmpty || context.Spec.Targets.Any(IsCovered))
            {
                context.Report(Unknown(line, near));
            }
        }
    }

    private static bool IsCovered(Target target) =>
        target.Systemd >= UnitCatalog.BuiltIn.Versions[0] && target.Systemd <= UnitCatalog.BuiltIn.Versions[^1];

    private Finding Unknown(UnitLine line, System.Collections.Immutable.ImmutableArray<string> near)
    {
        var finding = line.Finding(Code, $"No known systemd has a directive {line.Name}; {line.Unit} would start without it, with a line in the log.", "check the spelling in systemd.directives(7)");
        return near.IsEmpty
            ? finding
            : finding with
            {
                Help = $"did you mean {Wording.List(near, "or")}?",
                Fix = new Fix(line.Directive.Name.Span, near[0], $"Write {near[0]}", IsSafe: false),
            };
    }
}
