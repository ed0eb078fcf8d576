using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3002: a section that the unit does not read, or a directive in a section that does not know it.</summary>
public sealed class WrongSectionRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3002", "wrong-section", "A section or directive in the wrong place of a unit", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var unit in context.Spec.Units)
        {
            foreach (var section in unit.Sections.Where(s => IsUnread(unit, s)))
            {
                context.Report(Unread(unit, section));
            }
        }

        foreach (var line in UnitLine.Directives(context.Spec).Where(l => l.Fact is not null && l.Place is null && l.Kind.Sections.Contains(l.Section)))
        {
            context.Report(Misplaced(line));
        }
    }

    private static bool IsUnread(UnitSpec unit, UnitSection section) =>
        UnitKind.Of(unit.Name.Value) is { Sections.IsEmpty: false } kind && !kind.Sections.Contains(section.Name.Value) && !UnitLine.IsForeign(section.Name.Value);

    private Finding Unread(UnitSpec unit, UnitSection section)
    {
        var name = section.Name.Value;
        var sections = UnitKind.Of(unit.Name.Value)!.Sections;
        var near = Spelling.Closest(name, sections, 1);
        return Finding.Of(Code, section.Name.Span, $"{unit.Name.Value} has no section [{name}], so nothing in it takes effect.") with
        {
            Setting = $"{unit.Name.Value} {name}",
            Help = near is [var closest] ? $"did you mean {closest}?" : $"it reads {Wording.List(sections.Select(s => $"[{s}]"))}",
            Fix = near is [var only] ? new Fix(section.Name.Span, only, $"Write {only}", IsSafe: false) : null,
        };
    }

    private Finding Misplaced(UnitLine line)
    {
        var sections = line.Fact!.Places.Select(p => p.Section).ToList();
        var here = line.Kind.Sections.Where(sections.Contains).ToList();
        var help = here.Count > 0
            ? $"move it to {Wording.List(here.Select(s => $"[{s}]"), "or")}"
            : $"only {Wording.List(sections.Select(s => $"[{s}]"), "or")} has it; {line.Unit} reads {Wording.List(line.Kind.Sections.Select(s => $"[{s}]"))}";
        return line.Finding(Code, $"[{line.Section}] does not know {line.Name}, so it would be ignored in {line.Unit}.", help);
    }
}
