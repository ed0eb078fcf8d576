using System.Buffers;
using System.Text;

namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>Words of a value as systemd splits them (systemd.syntax(7)): at blanks, with both kinds of quotes and backslash escapes.</summary>
internal static class SystemdWords
{
    private const string Escapes = "abfnrtv\\\"'s";

    // With the percent sign: a name may hold a specifier.
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("%ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Whether every quote that opens is closed; escapes are not judged, systemd keeps those that it does not know.</summary>
    public static bool AreBalanced(string text) => Split(text, anyEscape: true) is not null;

    /// <summary>Whether the value is a list of NAME=value, as Environment= takes it.</summary>
    public static bool AreAssignments(string text) => Split(text, anyEscape: false) is { } words && words.TrueForAll(IsAssignment);

    private static List<string>? Split(string text, bool anyEscape)
    {
        var (words, word, quote) = (new List<string>(), (StringBuilder?)null, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\')
            {
                var length = anyEscape ? 1 : EscapeLength(text.AsSpan(i + 1));
                if (length == 0)
                {
                    return null;
                }

                (word ??= new StringBuilder()).Append('?');
                i += length;
            }
            else if (c == quote || (quote == '\0' && c is '"' or '\''))
            {
                quote = quote == '\0' ? c : '\0';
                word ??= new StringBuilder();
            }
            else if (quote == '\0' && c is ' ' or '\t')
            {
                End(words, ref word);
            }
            else
            {
                (word ??= new StringBuilder()).Append(c);
            }
        }

        End(words, ref word);
        return quote == '\0' ? words : null;
    }

    private static void End(List<string> words, ref StringBuilder? word)
    {
        if (word is not null)
        {
            words.Add(word.ToString());
            word = null;
        }
    }

    // Characters after the backslash that belong to the escape; 0 for none that systemd knows.
    private static int EscapeLength(ReadOnlySpan<char> rest) => rest switch
    {
        ['x', ..] => Digits(rest[1..], 2, 16),
        ['u', ..] => Digits(rest[1..], 4, 16),
        ['U', ..] => Digits(rest[1..], 8, 16),
        [>= '0' and <= '7', ..] => Digits(rest, 3, 8) is > 0 ? 3 : 0,
        [var c, ..] => Escapes.Contains(c, StringComparison.Ordinal) ? 1 : 0,
        [] => 0,
    };

    private static int Digits(ReadOnlySpan<char> rest, int count, int numberBase)
    {
        for (var i = 0; i < count; i++)
        {
            if (i >= rest.Length || !(numberBase == 16 ? char.IsAsciiHexDigit(rest[i]) : rest[i] is >= '0' and <= '7'))
            {
                return 0;
            }
        }

        return count + 1;
    }

    private static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && !char.IsAsciiDigit(word[0]) && word.AsSpan(0, equals).IndexOfAnyExcept(NameCharacters) < 0;
    }
}
