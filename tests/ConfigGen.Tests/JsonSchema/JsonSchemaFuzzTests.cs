using System.Collections.Immutable;
using System.Text.Json;
using ConfigGen.JsonSchema;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.JsonSchema;

/// <summary>
/// Random schemas meet random instances. Nothing throws, nothing hangs, the answer is the same twice, and the two ways of evaluating
/// (for the answer only, and for all violations) agree.
/// </summary>
public sealed class JsonSchemaFuzzTests(ITestOutputHelper output)
{
    private static readonly int Rounds = FuzzRounds.Of(1000);

    private static readonly JsonSchemaOptions Options = new() { MaxSteps = 50_000, MaxDepth = 100 };

    [Fact]
    public void Random_schemas_and_instances_always_get_an_answer()
    {
        int compiled = 0, valid = 0, total = 0;
        for (int seed = 0; seed < Rounds; seed++)
        {
            var random = new RandomJson(seed);
            string schema = random.RootSchema();
            var result = JsonSchemaDocument.Compile(Parse(schema)!.Value, Options);
            compiled += result.Schema is null ? 0 : 1;
            for (int i = 0; i < 5 && result.Schema is not null; i++)
            {
                valid += Check(schema, result.Schema, random.Instance()) ? 1 : 0;
                total++;
            }
        }
        output.WriteLine($"{compiled} of {Rounds} schemas compile; {valid} of {total} instances are valid.");

        // The generator is of no use if all schemas are broken, or all instances fare alike.
        Assert.True(compiled > Rounds / 4 && valid > total / 20 && valid < total * 19 / 20, $"{compiled} compiled, {valid} of {total} valid");
    }

    [Fact]
    public void Damaged_schemas_get_problems_or_an_answer()
    {
        int parsed = 0;
        for (int seed = 0; seed < Rounds; seed++)
        {
            var random = new RandomJson(seed);
            string damaged = random.Mutate(random.RootSchema());
            if (Parse(damaged) is not { } schema)
            {
                continue;
            }
            parsed++;
            if (JsonSchemaDocument.Compile(schema, Options).Schema is { } document)
            {
                document.Validate(Parse(random.Instance())!.Value);
            }
        }
        Assert.True(parsed > Rounds / 8, $"only {parsed} were JSON");
    }

    [Fact]
    public void Random_patterns_are_refused_or_can_be_matched()
    {
        var random = new Random(1);
        string[] alphabet = [.. @"ab1_-.^$*+?()[]{}|\\\\dDwWsSbBpPkux0,<>=!:é".Select(c => c.ToString()), "\U0001F427", "(?:", "(a)", "a{1,2}"];
        int accepted = 0;
        for (int i = 0; i < 10_000; i++)
        {
            var pattern = WithPattern(Draw(random, alphabet, 11));
            accepted += pattern is null ? 0 : 1;
            pattern?.Validate(Parse("\"ab1_-.\\ud83d\\udc27\"")!.Value);
            pattern?.Validate(Parse("\"ab1_-.\"")!.Value);
        }
        Assert.InRange(accepted, 1_000, 9_000);
    }

    [Fact]
    public void Plain_patterns_mean_the_same_with_and_without_the_engine()
    {
        var random = new Random(2);
        string[] parts = ["a", "b", "[ab]", "[a-c-]", "\\.", "-", "a*", "b+", "c?", "[bc]{1,2}", "a{2}", "[c.]{1,}"];
        for (int i = 0; i < 3_000; i++)
        {
            string plain = "^" + Draw(random, parts, 5) + (random.Next(2) == 0 ? "$" : "");
            string text = Draw(random, ["a", "b", "c", "-", "."], 8);
            var value = Parse($"\"{text}\"")!.Value;
            bool expected = WithPattern($"(?:{plain})")!.Validate(value).IsEmpty;

            Assert.True(expected == WithPattern(plain)!.Validate(value).IsEmpty, $"{plain} and (?:{plain}) differ on {text}");
        }
    }

    private static string Draw(Random random, string[] parts, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => parts[random.Next(parts.Length)]));

    private static JsonSchemaDocument? WithPattern(string pattern) =>
        JsonSchemaDocument.Compile(Parse($$"""{"pattern": "{{JsonEncodedText.Encode(pattern)}}"}""")!.Value, Options).Schema;

    private static bool Check(string schema, JsonSchemaDocument document, string instance)
    {
        var value = Parse(instance)!.Value;
        var violations = document.Validate(value);
        Assert.Equal(Describe(violations), Describe(document.Validate(value)));

        var negation = JsonSchemaDocument.Compile(Parse($$"""{"$id": "https://example.org/outer", "not": {{schema}}}""")!.Value, Options);
        var negated = negation.Schema!.Validate(value);
        bool isGivenUp = violations.Concat(negated).Any(v => v.Keyword.StartsWith("limit:", StringComparison.Ordinal));
        Assert.True(isGivenUp || violations.IsEmpty != negated.IsEmpty, $"{schema} and its negation agree on {instance}");
        return violations.IsEmpty;
    }

    private static string Describe(ImmutableArray<SchemaViolation> violations) =>
        string.Join('\n', violations.Select(v => $"{SchemaRun.Line(v)} {v.SchemaPointer} {string.Join(',', v.Allowed)} ({Describe(v.Causes)})"));

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
