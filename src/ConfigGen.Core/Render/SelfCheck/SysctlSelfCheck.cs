using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Render.SelfCheck;

/// <summary>Compares a rendered fragment with the plan: the same keys and values, each once, and nothing else.</summary>
internal sealed class SysctlSelfCheck
{
    private readonly string _path;
    private readonly SysctlFragmentText _read;
    private readonly ImmutableArray<PlannedSetting> _planned;
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    private SysctlSelfCheck(string path, string text, ImmutableArray<PlannedSetting> planned) =>
        (_path, _read, _planned) = (path, SysctlFragmentReader.Read(text), planned);

    /// <summary>Every difference, at the line of the spec that it concerns; empty when there is none.</summary>
    public static ImmutableArray<Finding> Compare(string path, string text, ImmutableArray<PlannedSetting> planned) =>
        new SysctlSelfCheck(path, text, planned).Run();

    private ImmutableArray<Finding> Run()
    {
        foreach (var odd in _read.OddLines)
        {
            Report(Near(odd.Line), odd.Line, $"\"{CommentText.OneLine(odd.Text)}\" is there, but {odd.Why}");
        }

        var read = _read.Assignments.ToLookup(a => a.File, StringComparer.Ordinal);
        foreach (var setting in _planned)
        {
            Compare(setting, [.. read[SysctlFragmentReader.FileOf(setting.Key)]]);
        }

        var files = _planned.Select(s => SysctlFragmentReader.FileOf(s.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var extra in _read.Assignments.Where(a => !files.Contains(a.File)))
        {
            Report(Near(extra.Line), extra.Line, $"{extra.File} = \"{extra.Value}\" is there, but the spec does not set it");
        }

        return _findings.ToImmutable();
    }

    private void Compare(PlannedSetting setting, ImmutableArray<SysctlAssignment> read)
    {
        if (read.Length == 0)
        {
            Report(setting, null, $"{setting.Key} = \"{setting.Value}\" is expected, but it is not there");
        }

        foreach (var assignment in read.Where(a => a.Value != setting.Value))
        {
            Report(setting, assignment.Line, $"{setting.Key} = \"{setting.Value}\" is expected, but it says \"{assignment.Value}\"");
        }

        foreach (var again in read.Skip(1))
        {
            Report(setting, again.Line, $"{setting.Key} is there a second time");
        }

        foreach (var lenient in read.Where(a => a.IgnoresFailure))
        {
            Report(setting, lenient.Line, $"{setting.Key} starts with a dash, so that a failure to write it would not be noticed");
        }
    }

    // A line that nobody asked for comes most likely from the comment above a setting: the setting that follows it is the one to look at.
    private PlannedSetting Near(int line)
    {
        var following = _read.Assignments.Where(a => a.Line >= line).Select(Planned).FirstOrDefault(s => s is not null);
        return following ?? _read.Assignments.Select(Planned).LastOrDefault(s => s is not null) ?? _planned[^1];
    }

    private PlannedSetting? Planned(SysctlAssignment assignment) =>
        _planned.FirstOrDefault(s => SysctlFragmentReader.FileOf(s.Key) == assignment.File);

    private void Report(PlannedSetting setting, int? line, string message) => _findings.Add(SelfCheckFinding.Of(_path, line, message, setting.Origin) with { Setting = setting.Key });
}

/// <summary>How a difference between plan and file is told.</summary>
internal static class SelfCheckFinding
{
    /// <summary>CG6002 at the line of the spec, naming the file and its line.</summary>
    public static Finding Of(string path, int? line, string message, SourceSpan origin)
    {
        var place = line is { } number ? string.Create(CultureInfo.InvariantCulture, $"{path} line {number}") : path;
        return Finding.Of(RenderCodes.SelfCheck, origin, $"{place}: {message}") with
        {
            Path = path,
            Help = "compare your own templates with the built-in ones; if you have none, this is a bug of ConfigGen",
        };
    }
}
