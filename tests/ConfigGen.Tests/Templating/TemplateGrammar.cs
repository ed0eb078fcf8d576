namespace ConfigGen.Tests.Templating;

/// <summary>Makes templates that are syntactically right and otherwise arbitrary.</summary>
internal sealed class TemplateGrammar(Random random)
{
    private int _depth;

    public string Template() => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pick("text ", "\n  ", "") + Block()));

    private string Block() => $"{{{{{Pick("", "-", "~")} {Statements()} {Pick("", "-", "~")}}}}}";

    private string Statements() => string.Join("; ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Statement()));

    private string Statement() => ++_depth > random.Next(1, 5) ? Deeper(Leaf()) : Deeper(random.Next(12) switch
    {
        0 => $"if {Expression()}; {Statements()}; else; {Statements()}; end",
        1 => $"for {Name()} in {Expression()}; {Statements()}; for.index; end",
        2 => $"while {Expression()}; {Statements()}; break; end",
        3 => $"case {Expression()}; when {Expression()}, {Expression()}; {Statements()}; else; {Statements()}; end",
        4 => $"func {Member()}({Member()}1, {Member()}2 = {Pick("1", "2.5", "'s'", "null", "true")}); {Statements()}; ret {Expression()}; end",
        5 => $"capture {Name()}; {Statements()}; end",
        6 => $"with {{k: {Expression()}}}; {Statements()}; end",
        7 => $"{Name()} {Pick("=", "+=", "*=", "-=")} {Expression()}",
        8 => $"{Name()}.{Member()} = {Expression()}",
        9 => $"{Name()}[{Expression()}] = {Expression()}",
        _ => Expression(),
    });

    private string Expression() => ++_depth > random.Next(1, 7) ? Deeper(Leaf()) : Deeper(random.Next(12) switch
    {
        0 => $"({Expression()} {Pick("+", "-", "*", "/", "//", "%", "<<", ">>")} {Expression()})",
        1 => $"({Expression()} {Pick("==", "!=", "<", ">", "<=", ">=", "&&", "||", "??", "?!")} {Expression()})",
        2 => $"({Expression()} ? {Expression()} : {Expression()})",
        3 => $"[{Expression()}, {Expression()}]",
        4 => $"{{{Member()}: {Expression()}}}",
        5 => $"({Expression()} | {Function()} ({Expression()}))",
        6 => $"({Expression()} | {Function()})",
        7 => $"{Name()}?.{Member()}",
        8 => $"({Expression()})[{Expression()}]",
        9 => $"({Expression()}..{Pick("", "<")}{Expression()})",
        10 => $"$'t{{{Name()}}}'",
        _ => $"{Pick("!", "-", "+")}{Leaf()}",
    });

    private T Deeper<T>(T result)
    {
        _depth--;
        return result;
    }

    private string Leaf() => Pick("1", "2.5", "'s'", "null", "true", "empty", "this", "$0", "for.index", Name(), "10000000000", "''");

    private string Member() => Pick("a", "b", "o", "f");

    private string Name() => Pick("a", "b", "o", "$v", "f");

    private string Function() => Pick(
        "string.upcase", "string.split", "string.replace 'a'", "string.slice", "string.truncate", "array.sort", "array.join", "array.map", "array.each @string.size",
        "array.add", "array.uniq", "array.remove_at", "array.insert_at 1", "object.keys", "object.to_json", "object.eval", "object.typeof", "math.round", "math.plus",
        "math.divided_by", "math.format", "regex.match", "regex.split", "f", "@f", "include", "object.default", "string.pad_left", "array.cycle", "object.from_json");

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
