using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3005: a directive or value that systemd still reads and asks not to use.</summary>
public sealed class DeprecatedRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3005", "deprecated-directive", "A directive or value that systemd asks not to use any more", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec))
        {
            foreach (var note in line.Notes.Where(n => n.Deprecated is not null))
            {
                var targets = line.Where(t => t.Systemd >= note.Deprecated && (note.Harmless || !(t.Systemd >= note.Ignored)));
                if (!targets.IsEmpty && line.Directive.Values.FirstOrDefault(v => note.Covers(line.Section, v.Text)) is { } value)
                {
                    context.Report(Deprecated(line, note, value, UnitLine.Versions(targets)));
                }
            }
        }
    }

    private Finding Deprecated(UnitLine line, DirectiveNote note, WrittenField value, string versions)
    {
        var what = note.Values.IsEmpty ? line.Name : $"{line.Name}={value.Text}";
        var message = note.Harmless
            ? $"{what} in [{line.Section}] is ignored by {versions}: {note.Note}."
            : $"{what} in [{line.Section}] is deprecated in {versions}{(note.Ignored is { } gone ? $", and systemd {gone} ignores it" : "")}.";
        return line.Finding(Code, note.Values.IsEmpty ? line.Directive.Name.Span : value.Span, message, Help(note));
    }

    private static string Help(DirectiveNote note) => note switch
    {
        { Instead: { } instead, Note: { } text } => $"write {instead}: {text}",
        { Instead: { } instead } => $"write {instead}",
        { Note: { } text, Harmless: false } => $"instead, {text}",
        _ => "delete the line",
    };
}
