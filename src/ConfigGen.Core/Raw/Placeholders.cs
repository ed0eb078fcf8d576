using System.Text.RegularExpressions;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>Finds what a template engine, a build or a shell fills in: what will stand there is not known.</summary>
internal static partial class Placeholders
{
    /// <summary>The first one in a part of a sysctl file; null where there is none.</summary>
    public static SourceSpan? InSysctl(SourceSpan part) => First(Sysctl(), part);

    /// <summary>The first one in a part of a unit file, where a dollar sign is systemd's own.</summary>
    public static SourceSpan? InUnit(SourceSpan part) => First(Unit(), part);

    /// <summary>The first shell variable in a line of a unit; systemd fills them in for commands alone.</summary>
    public static SourceSpan? Variable(SourceSpan part) => First(Variable(), part);

    /// <summary>The first statement of a template: then which lines there will be is not known either.</summary>
    public static SourceSpan? Statement(SourceText source) => First(Statement(), source.Span(0, source.Text.Length));

    /// <summary>The first line that only a shell understands: a command, or the start of a here-document.</summary>
    public static SourceSpan? Shell(SourceText source) => First(Shell(), source.Span(0, source.Text.Length));

    private static SourceSpan? First(Regex pattern, SourceSpan part)
    {
        var match = pattern.Match(part.Text);
        return match.Success ? part.Source.Span(part.Span.Start + match.Index, match.Value.TrimEnd('\r', '\n').Length) : null;
    }

    // {{ name }}, <%= name %>, @NAME@, ${NAME}, $NAME, $(command), `command`
    [GeneratedRegex(@"\{\{.*?(\}\}|$)|<%.*?(%>|$)|@[A-Z][A-Z0-9_]*@|\$\{[^}]*\}?|\$\([^)]*\)?|\$[A-Za-z_][A-Za-z0-9_]*|`[^`]*`?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Sysctl();

    // {{ name }} with a name: "{{.Names}}" and "{{json .}}" are for the programs that units start.
    [GeneratedRegex(@"\{\{-? *[A-Za-z_][A-Za-z0-9_.]* *(\||\}\}|-\}\}|\()|<%.*?%>|@[A-Z][A-Z0-9_]*@", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\$\{[A-Za-z_][A-Za-z0-9_]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{%[-+]? *[a-z]+\b[^\n]*?%\}|<%[-_]? *[a-z]+\b[^\n=]*?%>|^[ \t]*\{\{-? *(if|range|with|end|else)\b[^\n]*?\}\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^#! */\S*(sh|python[0-9.]*|env)\b[^\n]*|^[^#;\n]*<<-?[ \t]*['""\\]?[A-Za-z_][A-Za-z_0-9]*['""]?[ \t]*\r?$|^[ \t]*(sudo |sysctl +-|/sbin/sysctl +-|echo +|cat +|tee +)[^\n]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Shell();
}
