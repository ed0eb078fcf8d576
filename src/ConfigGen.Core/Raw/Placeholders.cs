using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>Finds what a template engine, a build or a shell fills in: what will stand there is not known.</summary>
internal static partial class Placeholders
{
    /// <summary>The first one in a part of a sysctl file; null where there is none.</summary>
    public static SourceSpan? InSysctl(SourceSpan part) => First(Sysctl(), part);

    /// <summary>The first one in a line of a unit file, where a dollar sign is systemd's own.</summary>
    /// <param name="part">The line.</param>
    /// <param name="isCommand">Whether it starts a program: those have placeholders of the same look for themselves.</param>
    public static SourceSpan? InUnit(SourceSpan part, bool isCommand) => First(isCommand ? UnitCommand() : Unit(), part);

    /// <summary>The first shell variable in a line of a unit; systemd fills them in for commands alone.</summary>
    public static SourceSpan? Variable(SourceSpan part) => First(Variable(), part);

    /// <summary>The first statement of a template: then which lines there will be is not known either.</summary>
    public static SourceSpan? Statement(SourceText source) => First(Statement(), source.Span(0, source.Text.Length));

    /// <summary>The line that makes a file a script: its first one that names an interpreter, the start of a here-document, or a command in the place of the first assignment.</summary>
    public static SourceSpan? Script(SourceText source) =>
        First(Script(), source.Span(0, source.Text.Length))
        ?? Enumerable.Range(1, source.LineCount).Select(n => RawLines.Trimmed(source, n)).Where(l => l.Span.Length > 0 && !RawLines.IsComment(l.Text)).Take(1).FirstOrDefault(IsCommand);

    /// <summary>Whether a trimmed line is a command of a shell.</summary>
    public static bool IsCommand(SourceSpan line) => Command().IsMatch(line.Text);

    /// <summary>A finding about what is filled in later: expected in a template, and perhaps forgotten in any other file.</summary>
    public static Finding Of(bool isTemplate, SourceSpan span, string message) => Expected(Finding.Of(RawCodes.Placeholder, span, message), isTemplate);

    /// <summary>The findings of a file with one for all of its placeholders, at the first.</summary>
    public static IEnumerable<Finding> Together(ImmutableArray<Finding> findings, bool isTemplate)
    {
        var more = findings.Count(f => f.Code == RawCodes.Placeholder) - 1;
        if (more < 0)
        {
            return findings;
        }

        var first = Expected(findings.First(f => f.Code == RawCodes.Placeholder), isTemplate);
        var counted = more == 0 ? first : first with { Message = first.Message.Replace("so this line is not judged", $"so this line and {more.ToString(CultureInfo.InvariantCulture)} more are not judged", StringComparison.Ordinal) };
        return findings.Where(f => f.Code != RawCodes.Placeholder).Prepend(counted);
    }

    private static Finding Expected(Finding finding, bool isTemplate) => isTemplate ? finding with { Severity = Severity.Info } : finding;

    private static SourceSpan? First(Regex pattern, SourceSpan part)
    {
        var match = pattern.Match(part.Text);
        return match.Success ? part.Source.Span(part.Span.Start + match.Index, match.Value.TrimEnd('\r', '\n').Length) : null;
    }

    // {{ name }}, <%= name %>, @NAME@, ${NAME}, $NAME, $(command), `command`
    [GeneratedRegex(@"\{\{.*?(\}\}|$)|<%.*?(%>|$)|@[A-Z][A-Z0-9_]*@|\$\{[^}]*\}?|\$\([^)]*\)?|\$[A-Za-z_][A-Za-z0-9_]*|`[^`]*`?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Sysctl();

    [GeneratedRegex(@"\{\{.*?(\}\}|$)|<%.*?%>|@[A-Z][A-Z0-9_]*@", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Unit();

    // {{ name }} with a name: "{{.Names}}" and "{{json .}}" are for the programs that units start.
    [GeneratedRegex(@"\{\{-? *[A-Za-z_][A-Za-z0-9_.]* *(\||\}\}|-\}\}|\()|<%.*?%>|@[A-Z][A-Z0-9_]*@", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex UnitCommand();

    [GeneratedRegex(@"\$\{[A-Za-z_][A-Za-z0-9_]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{%[-+]? *[a-z]+\b[^\n]*?%\}|<%[-_]? *[a-z]+\b[^\n=]*?%>|^[ \t]*\{\{-? *(if|range|with|end|else)\b[^\n]*?\}\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^#! */\S*(sh|python[0-9.]*|env)\b[^\n]*|^[^#;\n]*<<-?[ \t]*['""\\]?[A-Za-z_][A-Za-z_0-9]*['""]?[ \t]*\r?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Script();

    [GeneratedRegex(@"^(sudo |(/usr)?(/sbin/)?sysctl +-|echo +|cat +|tee +)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}
