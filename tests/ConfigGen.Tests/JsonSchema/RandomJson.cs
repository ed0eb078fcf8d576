using System.Globalization;
using System.Text;

namespace ConfigGen.Tests.JsonSchema;

/// <summary>Random schemas and instances that have a good chance of meeting each other: few names, few values, many keywords.</summary>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Names = ["a", "b", "c/d", "e~f", "", "\\u00e9", "\\ud83d"];
    private static readonly string[] Numbers = ["0", "-0.0", "1", "1.5", "2", "1e2", "100", "-3", "0.1", "1e400", "1e-400", "1e1000000000"];
    private static readonly string[] Strings = ["\"\"", "\"a\"", "\"ab\"", "\"A1\"", "\"\\ud83d\\udc27\"", "\"\\ud83d\"", "\"x\\n\""];
    private static readonly string[] Patterns = ["^a", "b$", ".", "^[^a-z]+$", "\\\\d", "\\\\p{L}", "(a|b)\\\\1", "\\\\bA", "^.{2}$", "[", "\\\\q"];
    private static readonly string[] Types = ["null", "boolean", "object", "array", "number", "string", "integer"];

    private readonly Random _random = new(seed);

    public string Instance(int depth = 3) => _random.Next(depth > 0 ? 7 : 4) switch
    {
        0 => Pick("null", "true", "false"),
        1 or 2 => Pick(Numbers),
        3 => Pick(Strings),
        4 => $"[{Several(() => Instance(depth - 1))}]",
        _ => $"{{{Several(() => $"\"{Pick(Names)}\": {Instance(depth - 1)}")}}}",
    };

    public string Schema(int depth = 4) =>
        depth == 0 || _random.Next(12) == 0 ? Pick("true", "false", "{}") : $"{{{Several(() => Keyword(depth - 1))}}}";

    public string RootSchema() => $$"""
        {"$id": "https://example.org/root", "$defs": {"a": {{Schema()}}, "b": {"$anchor": "b", "$dynamicAnchor": "d", "not": {{Schema(2)}} } }, {{Keyword(4)}}, "allOf": [{{Schema()}}] }
        """;

    /// <summary>The text with a few characters dropped, doubled or replaced by others of the same text.</summary>
    public string Mutate(string text)
    {
        var mutated = new StringBuilder(text);
        for (int i = _random.Next(1, 4); i > 0 && mutated.Length > 0; i--)
        {
            int at = _random.Next(mutated.Length);
            _ = _random.Next(3) switch
            {
                0 => mutated.Remove(at, 1),
                1 => mutated.Insert(at, mutated[at]),
                _ => mutated.Replace(mutated[at], text[_random.Next(text.Length)], at, 1),
            };
        }
        return mutated.ToString();
    }

    private string Keyword(int depth) => _random.Next(26) switch
    {
        0 => $"\"type\": \"{Pick(Types)}\"",
        1 => $"\"type\": [\"{Pick(Types)}\"]",
        2 => $"\"enum\": [{Instance(1)}, {Instance(1)}]",
        3 => $"\"const\": {Instance(2)}",
        4 => $"\"{Pick("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")}\": {Pick(Numbers)}",
        5 => $"\"{Pick("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "maxContains")}\": {Count()}",
        6 => $"\"pattern\": \"{Pick(Patterns)}\"",
        7 => "\"uniqueItems\": true",
        8 => $"\"required\": [\"{Pick(Names)}\"]",
        9 => $"\"dependentRequired\": {{\"{Pick(Names)}\": [\"{Pick(Names)}\"]}}",
        10 => $"\"contains\": {Schema(depth)}, \"minContains\": {Count()}",
        11 => $"\"prefixItems\": [{Schema(depth)}]",
        12 or 13 => $"\"properties\": {{\"{Pick(Names)}\": {Schema(depth)}}}",
        14 => $"\"patternProperties\": {{\"{Pick(Patterns)}\": {Schema(depth)}}}",
        15 => $"\"{Pick("additionalProperties", "items", "propertyNames", "not", "unevaluatedItems", "unevaluatedProperties")}\": {Schema(depth)}",
        16 => $"\"unevaluatedProperties\": {Schema(depth)}",
        17 => $"\"unevaluatedItems\": {Schema(depth)}",
        18 => $"\"dependentSchemas\": {{\"{Pick(Names)}\": {Schema(depth)}}}",
        19 => $"\"if\": {Schema(depth)}, \"then\": {Schema(depth)}, \"else\": {Schema(depth)}",
        20 or 21 => $"\"{Pick("anyOf", "oneOf")}\": [{Schema(depth)}, {Schema(depth)}]",
        22 => $"\"$ref\": \"{Pick("#", "#/$defs/a", "#b", "root#/$defs/b", "#/nowhere", "#/allOf/0")}\"",
        23 => "\"$dynamicRef\": \"#d\"",
        24 => $"\"dependencies\": {{\"{Pick(Names)}\": {Schema(depth)}}}",
        _ => "\"title\": 1",
    };

    private string Count() => _random.Next(4).ToString(CultureInfo.InvariantCulture);

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private string Several(Func<string> make) => string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(_ => make()));
}
