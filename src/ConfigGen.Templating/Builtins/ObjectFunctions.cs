using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>The functions of `object`.</summary>
internal static class ObjectFunctions
{
    public const string Names = "default eval eval_template format from_json has_key has_value keys kind size to_json typeof values";

    public static BuiltinFunction? Find(string name) => name switch
    {
        "default" => New(name, "value default", static call => call.Value(0) is null or "" ? call.Value(1) : call.Value(0)),
        "eval" => New(name, "value", static call => call.Value(0) is string text ? call.Run.EvaluateText(text, call) : Called(call)),
        "eval_template" => New(name, "value", static call => call.Value(0) is string text ? call.Run.RenderText(text, call) : Called(call)),
        "format" => New(name, "value format culture?", Format.Apply),
        "from_json" => New(name, "json", Json.Read),
        "has_key" => New(name, "value key", static call => Has(call, out _)),
        "has_value" => New(name, "value key", static call => Has(call, out var value) && value is not null),
        "keys" => New(name, "value", static call => call.Array(Members(call)?.Keys ?? [])),
        "kind" => New(name, "value", static call => call.Value(0) is null ? null : TypeName.Of(NotMade(call))),
        "size" => New(name, "value", Size),
        "to_json" => New(name, "value", Json.Write),
        "typeof" => New(name, "value", static call => TypeOf(NotMade(call))),
        "values" => New(name, "value", static call => call.Array(Members(call)?.Values ?? [])),
        _ => null,
    };

    private static BuiltinFunction New(string name, string parameters, Func<Invocation, object?> body) =>
        new($"object.{name}", parameters, call => body(call.WithoutEmpty(0)));

    private static object? NotMade(Invocation call) => call.Value(0) is ArrayValue { IsMade: true }
        ? throw call.Fault(0, "cannot tell whether the language has an array or an iterator here")
        : call.Value(0);

    private static object? Called(Invocation call) =>
        call.Value(0) is FunctionValue function ? call.Run.Invoke(function, [], call.Span) : call.Value(0);

    private static ObjectValue? Members(Invocation call) => call.Value(0) switch
    {
        null => null,
        ObjectValue members => members,
        var other => throw call.Fault(0, $"needs an object, not a value of type {TypeName.Of(other)}"),
    };

    private static bool Has(Invocation call, out object? value)
    {
        value = null;
        return Members(call) is { } members && call.Value(1) is not null && members.TryGet(call.Text(1), out value);
    }

    private static object Size(Invocation call) => call.Value(0) switch
    {
        string text => text.Length,
        ISequence sequence => sequence.Count,
        ObjectValue members => members.Count,
        _ => 0,
    };

    private static string? TypeOf(object? value) => value switch
    {
        null => null,
        string => "string",
        bool => "boolean",
        RangeValue => "iterator",
        ISequence => "array",
        _ when Number.Is(value) => "number",
        _ => "object",
    };
}
