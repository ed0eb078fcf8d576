using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3004: a directive that a target's systemd no longer reads.</summary>
public sealed class IgnoredOnTargetRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3004", "ignored-on-target", "A directive that a target's systemd no longer reads", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Directives(context.Spec).Where(l => !l.Notes.Any(n => n.Harmless)))
        {
            var gone = line.Where(t => line.On(t) == Existence.Absent && !(t.Systemd < line.Place?.First));
            if (!gone.IsEmpty)
            {
                context.Report(Gone(line, UnitLine.Versions(gone)));
            }
        }
    }

    private Finding Gone(UnitLine line, string versions)
    {
        var note = line.Notes.FirstOrDefault(n => n.Ignored is not null);
        var help = note?.Instead is { } instead ? $"write {instead}{(note.Note is { } text ? $" ({text})" : "")}" : "delete the line";
        return line.Finding(Code, $"{line.Name} in [{line.Section}] is ignored by {versions}.", help);
    }
}
