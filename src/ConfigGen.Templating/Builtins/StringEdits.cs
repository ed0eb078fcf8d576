using System.Text;
using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>The functions of `string` that change a text.</summary>
internal static class StringEdits
{
    public static BuiltinFunction? Find(string name) => Case(name) ?? Join(name) ?? Replace(name);

    private static BuiltinFunction New(string name, string parameters, Func<Invocation, object?> body) =>
        StringFunctions.New(name, parameters, body);

    private static BuiltinFunction? Case(string name) => name switch
    {
        "capitalize" => New(name, "text", static call => Capitalize(call.Text(0))),
        "capitalizewords" => New(name, "text", static call => CapitalizeWords(call.Text(0))),
        "downcase" => New(name, "text", static call => call.Value(0) is null ? null : call.Text(0).ToLowerInvariant()),
        "handleize" => New(name, "text", static call => Handleize(call.Required(0))),
        "upcase" => New(name, "text", static call => call.Value(0) is null ? null : call.Text(0).ToUpperInvariant()),
        _ => null,
    };

    private static BuiltinFunction? Join(string name) => name switch
    {
        "append" => New(name, "text with", static call => Concatenate(call, call.Text(0), call.Text(1))),
        "prepend" => New(name, "text by", static call => Concatenate(call, call.Text(1), call.Text(0))),
        "pad_left" => New(name, "text width", static call => Padded(call).PadLeft(call.Int(1))),
        "pad_right" => New(name, "text width", static call => Padded(call).PadRight(call.Int(1))),
        "pluralize" => New(name, "number singular plural", static call => call.Int(0) == 1 ? call.Value(1) : call.Value(2)),
        "escape" => New(name, "text", static call => call.Value(0) is null ? null : call.Charge(ValueText.Escape(call.Text(0)))),
        "literal" => New(name, "text", static call => call.Value(0) is null ? null : call.Charge($"\"{ValueText.Escape(call.Text(0))}\"")),
        _ => null,
    };

    private static BuiltinFunction? Replace(string name) => name switch
    {
        "remove" => New(name, "text remove", static call => call.Value(0) is null ? null : call.Text(1).Length == 0 ? call.Text(0) : ReplaceAll(call, "")),
        "remove_first" => New(name, "text remove", static call => call.Value(0) is null ? null : ReplaceOne(call, "", fromEnd: false)),
        "remove_last" => New(name, "text remove", static call => call.Value(0) is null ? null : ReplaceOne(call, "", fromEnd: true)),
        "replace" => New(name, "text match replace", static call => ReplaceAll(call, call.Text(2))),
        "replace_first" => New(name, "text match replace fromEnd?", static call => ReplaceOne(call, call.Text(2), Evaluator.IsTrue(call.Value(3)))),
        "strip_newlines" => New(name, "text", static call =>
            call.Text(0).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)),
        _ => null,
    };

    private static string Capitalize(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string CapitalizeWords(string text)
    {
        var builder = new StringBuilder(text.Length);
        var isAwaited = true;
        foreach (var c in text)
        {
            isAwaited |= char.IsWhiteSpace(c);
            builder.Append(isAwaited ? char.ToUpperInvariant(c) : c);
            isAwaited &= !char.IsLetter(c);
        }

        return builder.ToString();
    }

    /// <summary>Letters and digits in lower case; whatever lies before and between them becomes one hyphen.</summary>
    private static string Handleize(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                builder.Append(char.ToLowerInvariant(c));
            }
            else if (builder.Length == 0 || builder[^1] != '-')
            {
                builder.Append('-');
            }
        }

        return builder.ToString().TrimEnd('-');
    }

    private static string Concatenate(Invocation call, string first, string second)
    {
        call.Run.Budget.Characters((long)first.Length + second.Length, call.Span);
        return first + second;
    }

    private static string Padded(Invocation call)
    {
        if (call.Int(1) < 0)
        {
            throw call.Fault(1, "takes a width of at least 0");
        }

        call.Run.Budget.Characters(call.Int(1), call.Span);
        return call.Text(0);
    }

    private static string ReplaceAll(Invocation call, string replacement)
    {
        var (text, match) = (call.Text(0), call.Text(1));
        if (text.Length == 0)
        {
            return text;
        }

        if (match.Length == 0)
        {
            throw call.Fault(1, "needs a text to look for");
        }

        // The longest that the result could be, before it is made.
        var growth = (long)Math.Max(0, replacement.Length - match.Length) * (text.Length / match.Length);
        call.Run.Budget.Characters(text.Length + growth, call.Span);
        return text.Replace(match, replacement, StringComparison.Ordinal);
    }

    // Unlike `replace`, and as in the language, without regard to case.
    private static string ReplaceOne(Invocation call, string replacement, bool fromEnd)
    {
        var (text, match) = (call.Text(0), call.Text(1));
        var at = fromEnd ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase) : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return at < 0 || match.Length == 0 ? text : call.Charge(string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + match.Length)));
    }
}
