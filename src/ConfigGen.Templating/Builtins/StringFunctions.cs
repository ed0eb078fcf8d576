using System.Globalization;
using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>The functions of `string`: tests, cuts and conversions. Comparison is ordinal.</summary>
internal static class StringFunctions
{
    public const string Names =
        "append base64_decode base64_encode capitalize capitalizewords contains downcase empty ends_with equals_ignore_case escape handleize "
        + "hmac_sha1 hmac_sha256 hmac_sha512 index_of literal lstrip md5 pad_left pad_right pluralize prepend remove remove_first remove_last "
        + "replace replace_first rstrip sha1 sha256 sha512 size slice slice1 split starts_with strip strip_newlines to_double to_float to_int "
        + "to_long truncate truncatewords upcase whitespace";

    public static BuiltinFunction? Find(string name) =>
        Test(name) ?? Cut(name) ?? Convert(name) ?? StringEdits.Find(name) ?? StringEncodings.Find(name);

    public static BuiltinFunction New(string name, string parameters, Func<Invocation, object?> body) => new($"string.{name}", parameters, body);

    private static BuiltinFunction? Test(string name) => name switch
    {
        "contains" => New(name, "text value", static call => Holds(call, static (text, value) => text.Contains(value, StringComparison.Ordinal))),
        "empty" => New(name, "text", static call => call.Text(0).Length == 0),
        "ends_with" => New(name, "text value", static call => Holds(call, static (text, value) => text.EndsWith(value, StringComparison.Ordinal))),
        "equals_ignore_case" => New(name, "text value", static call =>
            call.Value(0) is not null && call.Value(1) is not null && call.Text(0).Equals(call.Text(1), StringComparison.OrdinalIgnoreCase)),
        "index_of" => New(name, "text search startIndex? count? stringComparison?", IndexOf),
        "size" => New(name, "text", static call => call.Text(0).Length),
        "starts_with" => New(name, "text value", static call => Holds(call, static (text, value) => text.StartsWith(value, StringComparison.Ordinal))),
        "whitespace" => New(name, "text", static call => string.IsNullOrWhiteSpace(call.Text(0))),
        _ => null,
    };

    private static BuiltinFunction? Cut(string name) => name switch
    {
        "lstrip" => New(name, "text", static call => call.Value(0) is null ? null : call.Text(0).TrimStart()),
        "rstrip" => New(name, "text", static call => call.Value(0) is null ? null : call.Text(0).TrimEnd()),
        "strip" => New(name, "text", static call => call.Value(0) is null ? null : call.Text(0).Trim()),
        "slice" => New(name, "text start length?", static call => Slice(call, call.IsNull(2) ? int.MaxValue : call.Int(2))),
        "slice1" => New(name, "text start length?", static call => Slice(call, call.Int(2, 1))),
        "split" => New(name, "text match", Split),
        "truncate" => New(name, "text length ellipsis?", Truncate),
        "truncatewords" => New(name, "text count ellipsis?", TruncateWords),
        _ => null,
    };

    private static BuiltinFunction? Convert(string name) => name switch
    {
        "to_double" => New(name, "text", static call => double.TryParse(
            call.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null),
        "to_float" => New(name, "text", static call => float.TryParse(
            call.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null),
        "to_int" => New(name, "text", static call => int.TryParse(
            call.Text(0), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null),
        "to_long" => New(name, "text", static call => long.TryParse(
            call.Text(0), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null),
        _ => null,
    };

    /// <summary>A text holds no nothing, not even the empty text.</summary>
    private static bool Holds(Invocation call, Func<string, string, bool> test) => call.Text(1).Length > 0 && test(call.Text(0), call.Text(1));

    private static object? IndexOf(Invocation call)
    {
        var (text, start) = (call.Required(0), call.Value(2) is null ? 0 : call.Int(2));
        var count = call.Value(3) is null ? text.Length - start : call.Int(3);
        var comparison = call.Value(4) is null ? "Ordinal" : call.Text(4);
        if (start < 0 || start > text.Length || count < 0 || count > text.Length - start)
        {
            throw call.Fault("is asked to search outside of the text");
        }

        return text.IndexOf(call.Required(1), start, count, comparison switch
        {
            "Ordinal" => StringComparison.Ordinal,
            "OrdinalIgnoreCase" => StringComparison.OrdinalIgnoreCase,
            _ => throw call.Fault(4, "compares Ordinal or OrdinalIgnoreCase"),
        });
    }

    /// <summary>A part of the text; a negative start counts from the end.</summary>
    private static string Slice(Invocation call, int length)
    {
        var text = call.Text(0);
        var start = call.Int(1);
        if (length < 0)
        {
            throw call.Fault(2, "takes a length of at least 0");
        }

        var first = start < 0 ? start + (long)text.Length : start;
        var end = Math.Min(first + (length == int.MaxValue ? text.Length : length), text.Length);
        first = Math.Max(0, first);
        return first >= end ? "" : text[(int)first..(int)end];
    }

    private static ArrayValue Split(Invocation call)
    {
        var (text, match) = (call.Text(0), call.Text(1));
        if (text.Length == 0 || match.Length == 0)
        {
            return call.Array(text.Length == 0 ? [] : [text]);
        }

        // Counted first, so that no array is made that is too large.
        call.Run.Budget.FitsItems(text.AsSpan().Count(match) + 1L, call.Span);
        return call.Array(text.Split(match, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Truncate(Invocation call)
    {
        var (text, length) = (call.Text(0), call.Int(1));
        var ellipsis = call.IsNull(2) ? "..." : call.Text(2);
        return text.Length == 0 || text.Length <= length ? text : call.Charge(text[..Math.Clamp(length - ellipsis.Length, 0, text.Length)] + ellipsis);
    }

    /// <summary>The first words, and three dots whether or not there are more: so the language does it, which takes another ellipsis but never writes it.</summary>
    private static string TruncateWords(Invocation call)
    {
        var (text, count) = (call.Text(0), call.Int(1));
        if (call.Has(2) && !call.IsNull(2) && call.Text(2) != "...")
        {
            throw call.Fault(2, "always writes `...`: leave the ellipsis out");
        }

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(count);
        words = text.Length > 0 && char.IsWhiteSpace(text[0]) ? words.Prepend("").Take(count) : words;
        words = text.Length > 0 && char.IsWhiteSpace(text[^1]) ? words.Append("").Take(count) : words;
        return text.Length == 0 ? "" : call.Charge(string.Join(' ', words) + "...");
    }
}
