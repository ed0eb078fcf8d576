using System.Buffers;
using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>Characters that have no place in a configuration file, in the text itself and in what escapes stand for.</summary>
internal static class InputCharacters
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\t', '\n', '\r']);

    /// <summary>
    /// Reports every run of forbidden characters and returns the text with U+FFFD in their place, so that offsets stay and the parser
    /// neither stops at a NUL nor breaks lines where no editor does.
    /// </summary>
    public static string Check(string text, YamlFindings findings)
    {
        char[]? clean = null;
        for (var i = FirstUnusual(text); i < text.Length; i++)
        {
            if (!IsForbidden(text, i))
            {
                continue;
            }

            var start = i;
            clean ??= text.ToCharArray();
            while (i < text.Length && IsForbidden(text, i))
            {
                clean[i++] = Replacement;
            }

            Report(text, start, i - start, findings);
        }

        return clean is null ? text : new string(clean);
    }

    // Nearly every file is plain from its first character to its last.
    private static int FirstUnusual(string text)
    {
        var index = text.AsSpan().IndexOfAnyExcept(Plain);
        return index < 0 ? text.Length : index;
    }

    /// <summary>Reports the first forbidden character that escapes put into <paramref name="value"/>; a raw one is known already.</summary>
    public static void CheckValue(string value, TextSpan span, YamlFindings findings)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\r' || IsForbidden(value, i))
            {
                findings.Add(
                    InputCodes.ControlCharacter,
                    span,
                    $"An escape puts a character into this value that no configuration file can carry: a{Name(value[i])[1..]}.",
                    "remove the escape");
                return;
            }
        }
    }

    private static void Report(string text, int start, int length, YamlFindings findings)
    {
        if (findings.IsFull)
        {
            return;
        }

        var name = Name(text[start]);
        var more = length == 1 ? "" : $" and {(length - 1).ToString(CultureInfo.InvariantCulture)} more such characters";
        var message = IsDirectional(text[start])
            ? $"{name}{more}: it changes the order in which text is shown, so that a reviewer sees something else than is applied."
            : $"{name}{more}: an invisible character that must not be in a configuration file.";
        findings.Add(InputCodes.ControlCharacter, new TextSpan(start, length), message, "delete it; it is often left by copying from a web page or a terminal");
    }

    private static bool IsForbidden(string text, int i)
    {
        var c = text[i];
        return c switch
        {
            '\t' or '\n' or '\r' => false,
            < ' ' or '\u007F' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' => true,
            >= '\u0080' and <= '\u009F' => true,
            _ => IsDirectional(c) || IsLoneSurrogate(text, i),
        };
    }

    private static bool IsDirectional(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsLoneSurrogate(string text, int i) =>
        (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])))
        || (char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1])));

    private static string Name(char c)
    {
        var code = "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
        return c switch
        {
            '\0' => $"A NUL character ({code})",
            '\r' => $"A carriage return ({code})",
            '\u001B' => $"An escape character ({code})",
            '\u007F' => $"A delete character ({code})",
            '\u0085' or '\u2028' or '\u2029' => $"A line separator ({code})",
            '\uFEFF' => $"A byte-order mark ({code})",
            _ when IsDirectional(c) => $"A text direction character ({code})",
            _ when char.IsSurrogate(c) => $"A half of a surrogate pair ({code})",
            _ => $"A control character ({code})",
        };
    }
}
