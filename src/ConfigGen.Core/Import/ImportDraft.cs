using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import;

/// <summary>A file to import.</summary>
/// <param name="Source">Its text, a byte-order mark dropped; its path is the one that findings show.</param>
/// <param name="Path">Its full path, forward slashes: what it is called and where it stands says how to read it.</param>
public sealed record ImportFile(SourceText Source, string Path)
{
    /// <summary>Whether a byte-order mark stood before the text.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>Found in a folder rather than named: then it is passed over when it is of no kind that import knows.</summary>
    public bool IsFound { get; init; }
}

/// <summary>A sysctl assignment that goes into the spec.</summary>
/// <param name="Key">No pattern.</param>
/// <param name="KeySpan">Where it is written.</param>
/// <param name="Value">To the letter, blanks around it removed.</param>
/// <param name="Span">All of what says it: a line, or an entry of a list.</param>
internal sealed record ImportedSetting(SysctlKey Key, SourceSpan KeySpan, string Value, SourceSpan Span)
{
    /// <summary>Why, from a comment.</summary>
    public string? Reason { get; init; }

    /// <summary>What stands above it and speaks of more than this setting; one line each.</summary>
    public IReadOnlyList<string> Heading { get; init; } = [];

    /// <summary>Raises the value only where it is lower.</summary>
    public bool IsAtLeast { get; init; }
}

/// <summary>An assignment of a unit that goes into the spec.</summary>
/// <param name="Unit">Such as nginx.service.</param>
/// <param name="Section">Without brackets.</param>
/// <param name="Name">The directive.</param>
/// <param name="Value">In systemd's own syntax; empty for a reset.</param>
/// <param name="Span">The line.</param>
internal sealed record ImportedDirective(string Unit, string Section, string Name, string Value, SourceSpan Span)
{
    /// <summary>Why, from a comment.</summary>
    public string? Reason { get; init; }

    /// <summary>What stands above it and speaks of more than this directive; one line each.</summary>
    public IReadOnlyList<string> Heading { get; init; } = [];

    /// <summary>How findings name it.</summary>
    public string Setting => $"{Unit} {Section}.{Name}";
}

/// <summary>A part of a file that does not go into the spec, to be listed in it as a comment.</summary>
internal sealed record LeftPart(SourceSpan Span);

/// <summary>What the readers collect, in the order in which it takes effect.</summary>
internal sealed class ImportDraft
{
    public List<ImportedSetting> Settings { get; } = [];

    public List<ImportedDirective> Directives { get; } = [];

    public List<LeftPart> Left { get; } = [];

    public List<Finding> Findings { get; } = [];

    /// <summary>One line about the hosts, where the file has one.</summary>
    public string? Description { get; set; }

    /// <summary>Leaves a line that is no assignment: one of a template, perhaps.</summary>
    public void LeaveOdd(SourceSpan line, SourceSpan at, string? why)
    {
        if (ImportPlaceholders.In(line) is { } placeholder)
        {
            Leave(ImportCodes.Placeholder, at, $"'{RawLines.Short(placeholder.Text)}' is a placeholder: what will stand there is not known, so this line is not imported.", "import the file that is made of the template");
        }
        else
        {
            Leave(ImportCodes.NotUnderstood, at, $"This line sets nothing: {why}.", "write key = value, or make it a comment with #");
        }
    }

    /// <summary>A part that is understood or not, and stays behind: a finding, and a comment in the spec.</summary>
    public void Leave(FindingCode code, SourceSpan span, string message, string? help, SourceSpan? whole = null)
    {
        Findings.Add(Finding.Of(code, span, message).WithHelp(help));
        Left.Add(new LeftPart(whole ?? span));
    }

    /// <summary>Something to know about a part that was taken.</summary>
    public void Note(FindingCode code, SourceSpan span, string message, string? help = null) => Findings.Add(Finding.Of(code, span, message).WithHelp(help));

    /// <summary>Takes an assignment of a line that the loaders of sysctl files take; what a spec has no words for stays behind.</summary>
    public void Take(SysctlLine line, LineComments comments)
    {
        var number = line.Span.Start.Line;
        if (line.IsExclusion)
        {
            Leave(ImportCodes.NotExpressible, line.Span, $"-{line.Key} keeps patterns of other lines away from the key. A spec has no patterns, so there is nothing to keep away.", help: null);
        }
        else if (line.Key.IsGlob)
        {
            Leave(ImportCodes.NotExpressible, line.Span, $"{line.Key} is a pattern: which keys it stands for shows on the host alone, and a spec has no patterns.", PatternHelp(line.Key));
        }
        else if (ImportPlaceholders.In(line.Span) is { } placeholder)
        {
            Leave(ImportCodes.Placeholder, placeholder, $"'{RawLines.Short(placeholder.Text)}' is a placeholder: what will stand there is not known, so this line is not imported.", "import the file that is made of the template, or write the value into the spec", line.Span);
        }
        else
        {
            if (line.IgnoresFailure)
            {
                Note(ImportCodes.TakenAs, line.Span, $"The dash says that nobody minds when {line.Key} cannot be set. A spec has none: what is rendered from it is meant to be in force.", "give it a condition with when, if only some of the hosts have the key");
            }

            Settings.Add(new ImportedSetting(line.Key, line.KeySpan, line.Value!, line.Span) { Reason = comments.ReasonOf(number), Heading = comments.HeadingOf(number) });
        }
    }

    private static string PatternHelp(SysctlKey key) =>
        KeyPattern.Interface(key.Name) is "*"
            ? $"write {KeyPattern.On(key.Name, KeyPattern.Default)} for interfaces to come, and the interfaces by name"
            : "write the keys that are meant, one by one";
}
