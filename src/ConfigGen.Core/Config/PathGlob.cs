using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Config;

/// <summary>
/// A pattern of paths below the repository: <c>*</c> and <c>?</c> stay within one part, <c>**</c> alone between slashes stands for any number of
/// folders, none included, and at the end for everything below. Case counts, on every system.
/// </summary>
public sealed record PathGlob
{
    private readonly ImmutableArray<string> _parts;

    private PathGlob(string text)
    {
        Text = text;
        _parts = [.. text.Split('/')];
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>The folder that every match lies in: the parts before the first one with a star or question mark; empty for the top.</summary>
    public string Folder => string.Join('/', _parts[..^1].TakeWhile(p => !p.Contains('*', StringComparison.Ordinal) && !p.Contains('?', StringComparison.Ordinal)));

    /// <summary>Reads a pattern; or says what is wrong with it, and by which code.</summary>
    public static (PathGlob? Glob, FindingCode? Code, string? Problem) Parse(string text)
    {
        if (RepositoryPath.Escape(text) is { } escape)
        {
            return (null, SpecCodes.PathEscape, escape);
        }

        return Problem(text) is { } problem
            ? (null, SpecCodes.Malformed, $"'{text}' is not a glob: {problem}.")
            : (new PathGlob(text), null, null);
    }

    /// <summary>Whether a path matches.</summary>
    /// <param name="path">Below the repository, forward slashes.</param>
    public bool Matches(string path) => Wildcard.Matches<string>(_parts.AsSpan(), path.Split('/'), part => part == "**", PartMatches);

    private static bool PartMatches(string pattern, string part) =>
        Wildcard.Matches<char>(pattern, part, c => c == '*', (p, c) => p == '?' || p == c);

    private static string? Problem(string text)
    {
        if (text.IndexOfAny(['[', ']', '{', '}']) is >= 0 and var at)
        {
            return $"{text[at]} means nothing here; there are *, ? and **";
        }

        var parts = text.Split('/');
        return Array.Exists(parts, p => p is "" or "." or "..")
            ? "it has an empty part, \".\" or \"..\""
            : Array.Exists(parts, p => p != "**" && p.Contains("**", StringComparison.Ordinal)) ? "** stands alone between slashes" : null;
    }
}
