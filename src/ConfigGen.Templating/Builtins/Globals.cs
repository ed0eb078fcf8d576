using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>The names that every template can use. Nothing is made before it is asked for.</summary>
internal static class Globals
{
    public static IEnumerable<string> Names => ["array", "empty", "include", "include_join", "math", "object", "regex", "string", "this"];

    public static object? Find(string name, out bool found)
    {
        object? value = name switch
        {
            "array" => new Namespace(name, ArrayFunctions.Names, ArrayFunctions.Find),
            "math" => new Namespace(name, MathFunctions.Names, MathFunctions.Find),
            "object" => new Namespace(name, ObjectFunctions.Names, ObjectFunctions.Find),
            "regex" => new Namespace(name, RegexFunctions.Names, RegexFunctions.Find),
            "string" => new Namespace(name, StringFunctions.Names, StringFunctions.Find),
            "include" => new BuiltinFunction(name, "name args...", static call => call.Run.Include(call)),
            "include_join" => new BuiltinFunction(name, "names separator begin? end?", static call => call.Run.IncludeJoin(call)),
            "empty" => EmptyValue.Instance,
            _ => null,
        };
        found = value is not null;
        return value;
    }
}

/// <summary>A built-in object: a family of functions.</summary>
internal sealed class Namespace(string name, string members, Func<string, BuiltinFunction?> find)
{
    public string Name { get; } = name;

    public IEnumerable<string> Members => members.Split(' ');

    public BuiltinFunction? Find(string member) => find(member);
}
