using System.Text;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Values as text, the way the language writes them.</summary>
internal static class ValueText
{
    private const int MaximumDepth = 20;

    public static string Of(object? value, Budget budget, Span span)
    {
        switch (value)
        {
            case null:
                return "";
            case string text:
                return text;
            case bool flag:
                return flag ? "true" : "false";
            case int or long or double:
                return Number.Text(value);
            default:
                var builder = new StringBuilder();
                Append(builder, value, budget, span, 0);
                budget.Characters(builder.Length, span);
                return builder.ToString();
        }
    }

    private static void Append(StringBuilder builder, object? value, Budget budget, Span span, int depth)
    {
        budget.Step(span);
        if (depth > MaximumDepth)
        {
            throw new TemplateFault(span, $"The value is nested more than {MaximumDepth} levels deep and cannot be written.");
        }

        budget.Fits(builder.Length, span);
        switch (value)
        {
            case string text:
                builder.Append('"').Append(Escape(text)).Append('"');
                break;
            case ISequence sequence:
                AppendSequence(builder, sequence, budget, span, depth);
                break;
            case ObjectValue members:
                AppendObject(builder, members, budget, span, depth);
                break;
            default:
                builder.Append(Scalar(value, span));
                break;
        }
    }

    private static string Scalar(object? value, Span span) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        EmptyValue => "",
        _ when Number.Is(value) => Number.Text(value),
        _ => throw new TemplateFault(span, $"A value of type {TypeName.Of(value)} cannot be written as text."),
    };

    private static void AppendSequence(StringBuilder builder, ISequence sequence, Budget budget, Span span, int depth)
    {
        builder.Append('[');
        for (var i = 0; i < sequence.Count; i++)
        {
            builder.Append(i == 0 ? "" : ", ");
            Append(builder, sequence[i], budget, span, depth + 1);
        }

        builder.Append(']');
    }

    private static void AppendObject(StringBuilder builder, ObjectValue members, Budget budget, Span span, int depth)
    {
        builder.Append('{');
        var separator = "";
        foreach (var (key, value) in members.Members)
        {
            if (!IsName(key))
            {
                throw new TemplateFault(span, $"An object with the member name \"{key}\" cannot be written as text: use object.to_json.");
            }

            builder.Append(separator).Append(key).Append(": ");
            Append(builder, value, budget, span, depth + 1);
            separator = ", ";
        }

        builder.Append('}');
    }

    private static bool IsName(string key) =>
        key.Length > 0 && !char.IsAsciiDigit(key[0]) && key.All(static c => c == '_' || char.IsAsciiLetterOrDigit(c));

    /// <summary>A string with the escapes that a string literal would need.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 && text.AsSpan().IndexOfAny('"', '\\') < 0)
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            builder.Append(Escape(c));
        }

        return builder.ToString();
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        '\a' => "\\a",
        '\v' => "\\v",
        _ => c < ' ' ? $"\\x{(int)c:x2}" : c.ToString(),
    };
}
