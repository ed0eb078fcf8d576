using System.Collections.Immutable;
using System.Text;

namespace ConfigGen.Core.Render.SelfCheck;

/// <summary>One assignment as systemd understands it.</summary>
/// <param name="Line">The line on which it starts, from 1.</param>
/// <param name="Section">Without brackets.</param>
/// <param name="Name">The directive.</param>
/// <param name="Value">Blanks around it removed, quotes and specifiers left as they are; empty for a reset.</param>
internal sealed record UnitAssignment(int Line, string Section, string Name, string Value);

/// <summary>What a unit file says: its assignments in order, and the lines that systemd would complain about.</summary>
/// <param name="Headers">Every [Section] line in order; a section may stand there several times.</param>
internal sealed record UnitFileText(ImmutableArray<UnitAssignment> Assignments, ImmutableArray<OddLine> OddLines, ImmutableArray<UnitHeader> Headers);

/// <summary>The line that starts a section.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Name">Without brackets.</param>
internal sealed record UnitHeader(int Line, string Name);

/// <summary>Reads a unit file as systemd does (systemd.syntax(7)): sections, comments with # or ;, a backslash at the end joins the next line.</summary>
/// <remarks>Shares nothing with the code that writes drop-ins, on purpose: it is what finds a mistake in it.</remarks>
internal sealed class UnitFileReader
{
    private static readonly char[] Blanks = [' ', '\t', '\n', '\r'];

    private readonly ImmutableArray<UnitAssignment>.Builder _assignments = ImmutableArray.CreateBuilder<UnitAssignment>();
    private readonly ImmutableArray<OddLine>.Builder _odd = ImmutableArray.CreateBuilder<OddLine>();
    private readonly ImmutableArray<UnitHeader>.Builder _headers = ImmutableArray.CreateBuilder<UnitHeader>();
    private readonly StringBuilder _joined = new();
    private int _first;
    private string? _section;

    private UnitFileReader()
    {
    }

    /// <summary>Reads a whole file; any text is fine.</summary>
    public static UnitFileText Read(string text)
    {
        var reader = new UnitFileReader();
        var lines = text.Split('\n', '\r', '\0');
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        for (var number = 1; number <= count; number++)
        {
            reader.Take(number, lines[number - 1]);
        }

        reader.End();
        return new UnitFileText(reader._assignments.ToImmutable(), reader._odd.ToImmutable(), reader._headers.ToImmutable());
    }

    private void Take(int number, string line)
    {
        // Comment lines are dropped first, also between the parts of a joined line, and their backslashes join nothing.
        if (line.TrimStart(Blanks) is ['#' or ';', ..])
        {
            return;
        }

        _first = _joined.Length == 0 ? number : _first;
        _joined.Append(line);
        if (EndsOpen(line))
        {
            _joined[^1] = ' ';
            return;
        }

        var whole = _joined.ToString();
        _joined.Clear();
        Whole(whole.Trim(Blanks));
    }

    private void End()
    {
        if (_joined.Length > 0)
        {
            Odd(_joined.ToString(), "the file ends inside of a line");
        }
    }

    // Of an earlier part no backslash is left at its end: what counts is the run at the end of this one.
    private static bool EndsOpen(string line) => (line.Length - line.TrimEnd('\\').Length) % 2 == 1;

    private void Whole(string line)
    {
        if (line.Any(c => char.IsControl(c) && c != '\t'))
        {
            Odd(line, "it holds a control character");
        }

        if (line.StartsWith('['))
        {
            Header(line);
        }
        else if (line.Length > 0)
        {
            Assignment(line);
        }
    }

    private void Header(string line)
    {
        if (line.EndsWith(']'))
        {
            _section = line[1..^1];
            _headers.Add(new UnitHeader(_first, _section));
        }
        else
        {
            Odd(line, "the name of the section does not end");
        }
    }

    private void Assignment(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            Odd(line, "it is no assignment");
        }
        else if (_section is null)
        {
            Odd(line, "it stands in no section");
        }
        else
        {
            _assignments.Add(new UnitAssignment(_first, _section, line[..equals].Trim(Blanks), line[(equals + 1)..].Trim(Blanks)));
        }
    }

    private void Odd(string line, string why) => _odd.Add(new OddLine(_first, line, why));
}
