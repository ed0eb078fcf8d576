using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;

namespace ConfigGen.Core.Render.SelfCheck;

/// <summary>Compares a rendered drop-in with the plan: for every directive the same values in the same order, and nothing else.</summary>
internal sealed class UnitSelfCheck
{
    private readonly string _path;
    private readonly UnitFileText _read;
    private readonly ImmutableArray<PlannedDirective> _planned;
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    private UnitSelfCheck(string path, string text, ImmutableArray<PlannedDirective> planned) =>
        (_path, _read, _planned) = (path, UnitFileReader.Read(text), planned);

    /// <summary>Every difference, at the line of the spec that it concerns; empty when there is none.</summary>
    public static ImmutableArray<Finding> Compare(string path, string text, ImmutableArray<PlannedDirective> planned) =>
        new UnitSelfCheck(path, text, planned).Run();

    private ImmutableArray<Finding> Run()
    {
        foreach (var odd in _read.OddLines)
        {
            Report(Near(odd.Line), odd.Line, $"\"{CommentText.OneLine(odd.Text)}\" is there, but {odd.Why}");
        }

        var read = _read.Assignments.ToLookup(a => (a.Section, a.Name));
        var planned = _planned.ToLookup(p => (p.Section, p.Name));
        foreach (var place in planned)
        {
            Compare([.. place], [.. read[place.Key]]);
        }

        foreach (var extra in _read.Assignments.Where(a => !planned.Contains((a.Section, a.Name))))
        {
            Report(Near(extra.Line), extra.Line, $"{Words(extra)} is there, but the spec does not set it");
        }

        return _findings.ToImmutable();
    }

    private void Compare(ImmutableArray<PlannedDirective> planned, ImmutableArray<UnitAssignment> read)
    {
        for (var i = 0; i < Math.Max(planned.Length, read.Length); i++)
        {
            if (i >= read.Length)
            {
                Report(planned[i], null, $"{Words(planned[i])} is expected, but it is not there");
            }
            else if (i >= planned.Length)
            {
                Report(planned[^1], read[i].Line, $"{Words(read[i])} is there once more than the spec says");
            }
            else if (read[i].Value != planned[i].Value)
            {
                Report(planned[i], read[i].Line, $"{Words(planned[i])} is expected, but it says \"{read[i].Value}\"");
            }
        }
    }

    // A line that nobody asked for comes most likely from the comment above a directive: the one that follows is the one to look at.
    private PlannedDirective Near(int line)
    {
        var following = _read.Assignments.Where(a => a.Line >= line).Select(Planned).FirstOrDefault(p => p is not null);
        return following ?? _planned[^1];
    }

    private PlannedDirective? Planned(UnitAssignment assignment) =>
        _planned.FirstOrDefault(p => p.Section == assignment.Section && p.Name == assignment.Name);

    private static string Words(PlannedDirective directive) => $"[{directive.Section}] {directive.Name}=\"{directive.Value}\"";

    private static string Words(UnitAssignment assignment) => $"[{assignment.Section}] {assignment.Name}=\"{assignment.Value}\"";

    private void Report(PlannedDirective directive, int? line, string message) =>
        _findings.Add(SelfCheckFinding.Of(_path, line, message, directive.Origin) with { Setting = directive.Setting });
}
