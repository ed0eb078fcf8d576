using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Render.SelfCheck;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>Reads a unit file or drop-in with the reader of the self-check, and finds the place of everything that it says.</summary>
internal sealed class UnitText
{
    private const string OutsideOfText = "it holds a control character";
    private const string InNoSection = "it stands in no section";
    private const string Include = ".include ";

    private readonly SourceText _source;
    private readonly UnitFileText _read;
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    private UnitText(SourceText source)
    {
        _source = source;

        // systemd takes both characters for one end; lines, which are all that is used of the reading, stay the same.
        _read = UnitFileReader.Read(source.Text.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    /// <summary>Reads a whole file; any text is fine.</summary>
    public static RawReading Read(RawFile file)
    {
        var text = new UnitText(file.Source);
        if (RawLines.TooMany(text._read.Assignments.Select(a => text.LineOf(a.Line))) is { } tooMany)
        {
            return new RawReading(file) { Findings = [tooMany] };
        }

        var homeless = text._read.OddLines.Where(o => o.Why == InNoSection).ToList();
        foreach (var odd in text._read.OddLines.Except(homeless.Skip(1)).Where(o => !RawLines.IsTemplateComment(o.Text)).Take(RawLines.MostSettings))
        {
            text._findings.Add(text.Odd(odd, homeless.Count));
        }

        var sections = text.Sections().ToImmutableArray();
        var name = new Located<string>(file.Form!.Unit!, text._read.Headers is [var first, ..] ? text.HeaderOf(first) : file.Source.Span(0, 0));
        var unit = new UnitSpec(name, sections) { File = new UnitFileForm(IsWhole: !file.Form.IsDropIn, MainType: null) };
        return new RawReading(file) { Unit = sections.IsEmpty ? null : unit, Findings = text._findings.ToImmutable() };
    }

    private Finding Odd(OddLine odd, int homeless)
    {
        var line = LineOf(odd.Line);
        return odd.Why == OutsideOfText ? RawLines.ControlCharacter(line)
            : Placeholders.InUnit(line, isCommand: false) is { } placeholder ? RawLines.Placeholder(placeholder)
            : odd.Text.StartsWith(Include, StringComparison.Ordinal) ? Finding.Of(RawCodes.NoAssignment, line, "systemd 246 and later pass over this line: they no longer include files.").WithHelp("make what is added to the unit a drop-in")
            : Finding.Of(RawCodes.NoAssignment, line, odd.Why == InNoSection && homeless > 1 ? $"systemd passes over this line and {homeless - 1} more: they stand in no section." : $"systemd passes over this line: {odd.Why}.").WithHelp("write Name=value below the [Section] that it belongs to, or make it a comment with #");
    }

    private IEnumerable<UnitSection> Sections()
    {
        var bySection = _read.Assignments.ToLookup(a => a.Section, StringComparer.Ordinal);
        foreach (var header in _read.Headers.GroupBy(h => h.Name, StringComparer.Ordinal))
        {
            var assignments = bySection[header.Key].Where(IsJudged).GroupBy(a => a.Name, StringComparer.Ordinal);
            yield return new UnitSection(new Located<string>(header.Key, HeaderOf(header.First())), [.. assignments.Select(Directive)]);
        }
    }

    private bool IsJudged(UnitAssignment assignment)
    {
        var line = LineOf(assignment.Line);
        var isCommand = assignment.Name.StartsWith("Exec", StringComparison.Ordinal);
        if ((Placeholders.InUnit(line, isCommand) ?? (isCommand ? null : Placeholders.Variable(line))) is { } placeholder)
        {
            _findings.Add(RawLines.Placeholder(placeholder));
            return false;
        }

        if (assignment.Name.Length > 0 && assignment.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return true;
        }

        if (!assignment.Section.StartsWith("X-", StringComparison.Ordinal))
        {
            _findings.Add(Finding.Of(RawCodes.NoAssignment, line, $"systemd passes over this line: '{RawLines.Short(assignment.Name)}' is not the name of a directive.").WithHelp("such as LimitNOFILE=65536"));
        }

        return false;
    }

    private UnitDirective Directive(IGrouping<string, UnitAssignment> assignments)
    {
        var name = Part(assignments.First().Line, assignments.Key, from: 0);
        return new UnitDirective(new Located<string>(assignments.Key, name), [.. assignments.Select(Value)], LineOf(assignments.First().Line)) { Targets = [] };
    }

    private WrittenField Value(UnitAssignment assignment)
    {
        var line = LineOf(assignment.Line);
        var from = line.Text.IndexOf('=', StringComparison.Ordinal) + 1;
        return new WrittenField(assignment.Value, assignment.Value.Length == 0 ? line : Part(assignment.Line, assignment.Value, from), Quoted: false);
    }

    // A value that goes on in the next line has its place where it starts.
    private SourceSpan Part(int number, string text, int from)
    {
        var line = LineOf(number);
        var at = line.Text.IndexOf(text, from, StringComparison.Ordinal);
        return at >= 0 ? _source.Span(line.Span.Start + at, text.Length) : RawLines.Trimmed(line, from, line.Text.Length) is { Span.Length: > 0 } rest ? rest : line;
    }

    private SourceSpan HeaderOf(UnitHeader header) => Part(header.Line, header.Name, from: 0);

    private SourceSpan LineOf(int number) => RawLines.Trimmed(_source, number);
}
