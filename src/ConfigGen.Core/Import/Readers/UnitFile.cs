using System.Text.RegularExpressions;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Render.SelfCheck;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Imports a drop-in; of a whole unit that which a drop-in can say.</summary>
internal sealed partial class UnitFile
{
    private readonly ImportDraft _draft;
    private readonly SourceText _source;
    private readonly RawForm _form;
    private readonly UnitFileText _read;

    private UnitFile(ImportDraft draft, SourceText source, RawForm form)
    {
        (_draft, _source, _form) = (draft, source, form);
        _read = UnitFileReader.Read(source.Text.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    /// <summary>Reads a file whose unit its path, the user, or a first line as <c>systemctl cat</c> prints it, tells.</summary>
    public static void Read(ImportDraft draft, ImportFile file, RawForm? named)
    {
        var source = file.Source;
        var form = named ?? RawForms.OfPath(file.Path) ?? FromHeader(source);
        if (Placeholders.Statement(source) is { } statement)
        {
            draft.Leave(ImportCodes.NotImportable, statement, $"'{RawLines.Short(statement.Text)}' is a statement of a template: which lines there will be is not known, so the file is not imported.", "import the file that is made of the template");
        }
        else if (form?.Unit is null || form.Unit.StartsWith("all.", StringComparison.Ordinal))
        {
            draft.Leave(ImportCodes.NotImportable, source.Span(0, 0), "Which unit this file adds to is not known: neither its path nor its first line names one.", "say it: --from unit:nginx.service");
        }
        else
        {
            new UnitFile(draft, source, form).Read();
        }
    }

    /// <summary>Whether a text has the sections of a unit.</summary>
    public static bool IsLikely(string text) =>
        text.Split('\n').Select(l => l.Trim()).Any(l => l is ['[', .., ']'] && (l == "[Unit]" || UnitKind.Of("x." + l[1..^1].ToLowerInvariant()) is { IsUnit: true }));

    private static RawForm? FromHeader(SourceText source)
    {
        var match = Header().Match(source.Text);
        return match.Success ? RawForms.OfPath(match.Groups["path"].Value) : null;
    }

    private void Read()
    {
        var assignments = _read.Assignments.ToLookup(a => a.Line);
        var comments = LineComments.Of(_source, 1, _source.LineCount, n => assignments[n].FirstOrDefault()?.Name);
        foreach (var assignment in _read.Assignments)
        {
            Take(assignment, comments);
        }

        foreach (var odd in _read.OddLines)
        {
            _draft.Leave(ImportCodes.NotUnderstood, LineOf(odd.Line), $"systemd passes over this line: {odd.Why}.", "write Name=value below the [Section] that it belongs to, or make it a comment with #");
        }

        SysctlFiles.CommentsLeft(_draft, [(_source, comments)]);
    }

    private void Take(UnitAssignment assignment, LineComments comments)
    {
        var span = LineOf(assignment.Line);
        var isCommand = assignment.Name.StartsWith("Exec", StringComparison.Ordinal);
        if (ImportPlaceholders.InUnit(span, isCommand) is { } placeholder)
        {
            _draft.Leave(ImportCodes.Placeholder, placeholder, $"'{RawLines.Short(placeholder.Text)}' is a placeholder: what will stand there is not known, so this line is not imported.", "import the file that is made of the template, or write the value into the spec", span);
        }
        else if (!IsWord(assignment.Name) || !IsWord(assignment.Section))
        {
            _draft.Leave(ImportCodes.NotUnderstood, span, $"'{RawLines.Short(assignment.Name)}' in [{RawLines.Short(assignment.Section)}] is not the name of a directive.", "such as LimitNOFILE=65536 below [Service]");
        }
        else if (!_form.IsDropIn && (isCommand || assignment.Section is "Unit" or "Install" || IsAdded(assignment)))
        {
            _draft.Leave(ImportCodes.NotExpressible, span, $"{assignment.Name}= makes the unit what it is, and a spec renders drop-ins, which only add to a unit: said twice, it would be done twice.", "keep the unit as it is; the other lines become a drop-in");
        }
        else
        {
            _draft.Directives.Add(new ImportedDirective(_form.Unit!, assignment.Section, assignment.Name, assignment.Value, span) { Reason = comments.ReasonOf(assignment.Line), Heading = comments.HeadingOf(assignment.Line) });
        }
    }

    // What adds one more of its kind each time: addresses to listen on, times.
    private static bool IsAdded(UnitAssignment assignment) =>
        assignment.Section == "Socket" && assignment.Name.StartsWith("Listen", StringComparison.Ordinal) || assignment.Section == "Timer" && assignment.Name.StartsWith("On", StringComparison.Ordinal);

    private SourceSpan LineOf(int number) => RawLines.Trimmed(_source, Math.Min(number, _source.LineCount));

    private static bool IsWord(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    [GeneratedRegex(@"^# (?<path>/[^ \r\n]+/(systemd/system|systemd/user)/[^ \r\n]+)\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Header();
}
