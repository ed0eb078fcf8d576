using ConfigGen.Core.Catalog;
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
                    context.Report(Deprecated(line, note, value, UnitLine.Versions(targets)) with { Fix = Rename(context.Spec, line, note) });
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

    /// <summary>The new name in the place of the old one: safe where every target has it and nothing else says it.</summary>
    private static Fix? Rename(ResolvedSpec spec, UnitLine line, DirectiveNote note)
    {
        var name = line.Directive.Name.Span;
        if (note is not { IsRename: true, Instead: { } instead } || name.Text != line.Name)
        {
            return null;
        }

        var cases = UnitLine.Of(spec).Where(l => l.Unit == line.Unit && l.Section == line.Section).ToList();
        var isSafe = ReferenceEquals(name.Source, spec.Source)
            && (line.Directive.Values.Length == 1 || spec.Units.All(u => u.File is null))
            && !spec.HasLayers
            && cases.TrueForAll(l => l.Name != instead)
            && cases.Where(l => l.Name == line.Name).SelectMany(l => (l with { Directive = Named(l.Directive, instead) }).OnAll()).All(e => e == Existence.Exists)
            && !spec.Ignores.Any(i => i.Setting is { } ignored && Glob.Matches(ignored.Value, line.Setting));
        return new Fix(name, instead, $"Write {instead}", isSafe);
    }

    private static UnitDirective Named(UnitDirective directive, string name) => directive with { Name = directive.Name with { Value = name } };

    private static string Help(DirectiveNote note) => note switch
    {
        { Instead: { } instead, Note: { } text } => $"write {instead}: {text}",
        { Instead: { } instead } => $"write {instead}",
        { Note: { } text, Harmless: false } => $"instead, {text}",
        _ => "delete the line",
    };
}
