using System.Collections.Immutable;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3001: a directive that no known systemd has.</summary>
public sealed class UnknownDirectiveRule : IRule
{
    // Whoever mistypes more than this has given something else than a spec; comparing each name with every directive would take minutes.
    private const int MostSuggestions = 50;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3001", "unknown-directive", "A directive that no known systemd has", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        var unknown = UnitLine.Directives(context.Spec).Where(l => l.Fact is null && !l.IsGoneSomewhere && l.Kind.Sections.Contains(l.Section));
        foreach (var (number, line) in unknown.Index())
        {
            ImmutableArray<string> near = number < MostSuggestions ? Spelling.Closest(line.Name, UnitCatalog.BuiltIn.Names(line.Kind.Sections)) : [];
            // Where no target is within the versions that were asked, only what looks mistyped is certain enough.
            if (!near.IsEmpty || line.Targets.Any(IsCovered))
            {
                context.Report(Unknown(line, near));
            }
        }
    }

    private static bool IsCovered(Target target) =>
        target.Systemd >= UnitCatalog.BuiltIn.Versions[0] && target.Systemd <= UnitCatalog.BuiltIn.Versions[^1];

    private Finding Unknown(UnitLine line, ImmutableArray<string> near)
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
