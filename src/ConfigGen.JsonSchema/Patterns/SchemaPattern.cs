using System.Text.RegularExpressions;

namespace ConfigGen.JsonSchema;

/// <summary>
/// A regular expression of a schema, as ECMA-262 with the u flag understands it, not anchored. The .NET expression is built when it is
/// first needed, and not at all for a pattern that is plain enough.
/// </summary>
internal sealed class SchemaPattern
{
    private readonly string _pattern;
    private readonly TimeSpan _timeout;
    private readonly PlainPattern? _plain;
    private Regex? _forPlainText;
    private Regex? _forSurrogates;

    private SchemaPattern(string pattern, TimeSpan timeout, PlainPattern? plain) =>
        (_pattern, _timeout, _plain) = (pattern, timeout, plain);

    /// <summary>Null, and a message, if the pattern is not a regular expression.</summary>
    public static SchemaPattern? Read(string pattern, TimeSpan timeout, Action<string> report)
    {
        if (PlainPattern.Read(pattern) is { } plain)
        {
            return new(pattern, timeout, plain);
        }
        if (new PatternTranslator(pattern, surrogates: false).Translate(out string? error) is not null)
        {
            return new(pattern, timeout, null);
        }
        report($"\"{pattern}\" is not a regular expression: {error}");
        return null;
    }

    /// <summary>Whether the pattern is found in the text; null if that took too long.</summary>
    public bool? Matches(string text)
    {
        if (_plain is not null)
        {
            return _plain.Matches(text);
        }
        try
        {
            bool hasSurrogates = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;
            return (hasSurrogates ? _forSurrogates ??= Build(true) : _forPlainText ??= Build(false)).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private Regex Build(bool surrogates) =>
        new(new PatternTranslator(_pattern, surrogates).Translate(out _)!, RegexOptions.CultureInvariant, _timeout);
}
