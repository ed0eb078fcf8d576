using System.Text.RegularExpressions;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import;

/// <summary>What is filled in later: those that the linter knows, and names in lower case between at signs, which builds use as well.</summary>
internal static partial class ImportPlaceholders
{
    /// <summary>The first one in a part of a sysctl file; null where there is none.</summary>
    public static SourceSpan? In(SourceSpan part) => Placeholders.InSysctl(part) ?? AtSigns(part);

    /// <summary>The first one in a line of a unit; null where there is none.</summary>
    public static SourceSpan? InUnit(SourceSpan line, bool isCommand) =>
        Placeholders.InUnit(line, isCommand) ?? AtSigns(line) ?? (isCommand ? null : Placeholders.Variable(line));

    /// <summary>The first line that only a shell understands, wherever it stands: the start of a here-document, or a command that writes settings.</summary>
    public static SourceSpan? Shell(SourceText source) =>
        Placeholders.Script(source)
        ?? Enumerable.Range(1, source.LineCount).Select(n => RawLines.Trimmed(source, n)).FirstOrDefault(Placeholders.IsCommand);

    private static SourceSpan? AtSigns(SourceSpan part)
    {
        var match = Name().Match(part.Text);
        return match.Success ? part.Source.Span(part.Span.Start + match.Index, match.Length) : null;
    }

    [GeneratedRegex("@[A-Za-z][A-Za-z0-9_]*@", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
