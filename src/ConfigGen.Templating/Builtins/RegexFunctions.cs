using System.Text.RegularExpressions;
using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>The functions of `regex`, with a limit on the time of every match.</summary>
internal static class RegexFunctions
{
    public const string Names = "escape match matches replace split unescape";

    public static BuiltinFunction? Find(string name) => name switch
    {
        "escape" => New(name, "pattern", static call => call.Charge(Regex.Escape(call.Required(0)))),
        "match" => New(name, "text pattern options?", static call => Guarded(call, Match)),
        "matches" => New(name, "text pattern options?", static call => Guarded(call, Matches)),
        "replace" => New(name, "text pattern replace options?", static call => Guarded(call, Replace)),
        "split" => New(name, "text pattern options?", static call => Guarded(call, Split)),
        "unescape" => New(name, "pattern", static call => Guarded(call, static call => call.Charge(Regex.Unescape(call.Required(0))))),
        _ => null,
    };

    private static BuiltinFunction New(string name, string parameters, Func<Invocation, object?> body) => new($"regex.{name}", parameters, body);

    private static object? Guarded(Invocation call, Func<Invocation, object?> body)
    {
        try
        {
            return body(call);
        }
        catch (RegexMatchTimeoutException)
        {
            throw call.Fault($"takes longer than {call.Run.Budget.Limits.RegexTime.TotalMilliseconds} ms to match");
        }
        catch (ArgumentException problem)
        {
            throw call.Fault(Math.Min(1, call.Has(1) ? 1 : 0), $"does not understand the pattern: {problem.Message.TrimEnd('.')}");
        }
    }

    private static Regex Pattern(Invocation call, int options) =>
        call.Run.Cache.Pattern(call.Required(1), call.Has(options) ? Options(call, options) : RegexOptions.None);

    private static RegexOptions Options(Invocation call, int index)
    {
        var options = RegexOptions.None;
        foreach (var letter in call.Text(index))
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw call.Fault(index, $"does not know the option `{letter}`; there are i, m, s and x"),
            };
        }

        return options;
    }

    private static ArrayValue Groups(Invocation call, Match match) =>
        match.Success ? call.Array(match.Groups.Values.Select(static group => group.Value)) : new ArrayValue();

    private static ArrayValue Match(Invocation call) => Groups(call, Pattern(call, 2).Match(call.Required(0)));

    private static ArrayValue Split(Invocation call)
    {
        var (pattern, text, count) = (Pattern(call, 2), call.Required(0), 0L);
        foreach (var match in pattern.EnumerateMatches(text))
        {
            // Counted first, so that no array is made that is too large.
            call.Run.Budget.FitsItems(++count + 1, call.Span);
        }

        return call.Array(pattern.Split(text));
    }

    private static ArrayValue Matches(Invocation call) =>
        call.Array(Pattern(call, 2).Matches(call.Required(0)).Select(match => Groups(call, match)));

    private static string Replace(Invocation call)
    {
        var (text, replacement, length) = (call.Required(0), call.Required(2), 0L);
        return call.Charge(Pattern(call, 3).Replace(text, match =>
        {
            var part = match.Result(replacement);
            length += part.Length;
            call.Run.Budget.Step(call.Span);
            call.Run.Budget.Fits(length, call.Span);
            return part;
        }));
    }
}
