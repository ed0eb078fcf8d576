using System.Diagnostics;
using ConfigGen.JsonSchema;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.JsonSchema;

/// <summary>Whatever the schema and the instance, there is an answer, soon, and never a stack overflow.</summary>
public sealed class EvaluationLimitTests
{
    private const int Levels = 10_000;

    private static readonly string DeepArray = new string('[', Levels) + new string(']', Levels);

    [Theory]
    [InlineData("""{"$ref": "#"}""")]
    [InlineData("""{"not": {"$ref": "#"}}""")]
    [InlineData("""{"anyOf": [true, false], "allOf": [{"if": {"$ref": "#"}}]}""")]
    [InlineData("""{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}""")]
    [InlineData("""{"$dynamicAnchor": "x", "$dynamicRef": "#x"}""")]
    public void A_schema_that_goes_in_circles_is_given_up(string schema) =>
        Assert.Equal(["limit:recursion at ''"], SchemaRun.Lines(schema, "1"));

    [Fact]
    public void A_schema_may_refer_to_itself_for_a_part_of_the_value() =>
        Assert.Empty(SchemaRun.Lines("""{"items": {"$ref": "#"}, "propertyNames": {"$ref": "#"}}""", """[[], [[{"a": 1}]]]"""));

    [Fact]
    public void A_value_nested_beyond_the_limit_is_given_up_and_not_called_valid()
    {
        var violation = Assert.Single(SchemaRun.Validate("""{"items": {"$ref": "#"}}""", DeepArray));

        Assert.Equal(EvaluationLimit.Depth, violation.Keyword);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("""{"enum": [[], DEEP]}""", true)]
    [InlineData("""{"const": [DEEP]}""", false)]
    public void Depth_that_no_subschema_follows_is_no_obstacle(string schema, bool valid) =>
        Assert.Equal(valid, SchemaRun.Validate(schema.Replace("DEEP", DeepArray, StringComparison.Ordinal), DeepArray).IsEmpty);

    [Fact]
    public void A_schema_nested_beyond_the_limit_is_a_problem()
    {
        string schema = string.Concat(Enumerable.Repeat("""{"not":""", Levels)) + "true" + new string('}', Levels);

        Assert.Equal("Subschemas are nested more than 500 deep.", Assert.Single(JsonSchemaDocument.Compile(SchemaRun.Json(schema)).Problems).Message);
    }

    [Fact]
    public void A_small_stack_ends_in_an_answer()
    {
        string schema = string.Concat(Enumerable.Repeat("""{"allOf":[""", 400)) + """{"items": {"$ref": "#"}}""" + string.Concat(Enumerable.Repeat("]}", 400));
        string? keyword = null;
        int problems = 0;
        var thread = new Thread(
            () =>
            {
                var compiled = JsonSchemaDocument.Compile(SchemaRun.Json(schema));
                problems = compiled.Problems.Length;
                keyword = compiled.Schema?.Validate(SchemaRun.Json(DeepArray))[0].Keyword;
            },
            maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.True(problems > 0 || keyword is EvaluationLimit.Depth);
    }

    [Fact]
    public void A_schema_that_multiplies_its_work_is_given_up()
    {
        const string Doubling = """{"anyOf": [{"required": ["x"], "items": {"$ref": "#"}, "not": {}}, {"items": {"$ref": "#"}, "not": {}}]}""";
        var options = new JsonSchemaOptions { MaxSteps = 100_000 };

        var violation = Assert.Single(SchemaRun.Validate(Doubling, new string('[', 100) + new string(']', 100), options));

        Assert.Equal(EvaluationLimit.Steps, violation.Keyword);
    }

    [Theory]
    [InlineData("""{"pattern": "^(a+)+$"}""", "\"TEXT\"")]
    [InlineData("""{"not": {"pattern": "^(a+)+$"}}""", "\"TEXT\"")]
    [InlineData("""{"patternProperties": {"^(a+)+$": true}}""", "{\"TEXT\": 1}")]
    public void A_pattern_that_backtracks_for_ever_is_given_up(string schema, string instance)
    {
        var options = new JsonSchemaOptions { PatternTimeout = TimeSpan.FromMilliseconds(50) };
        string text = new string('a', 60) + "!";

        var violation = Assert.Single(SchemaRun.Validate(schema, instance.Replace("TEXT", text, StringComparison.Ordinal), options));

        Assert.Equal(EvaluationLimit.PatternTime, violation.Keyword);
    }

    [Fact]
    public void Many_different_items_are_told_apart_in_linear_time()
    {
        string items = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"[{{\"a\":{i}}}]"));
        var watch = Stopwatch.StartNew();

        Assert.Empty(SchemaRun.Validate("""{"uniqueItems": true}""", $"[{items}]"));
        Assert.True(watch.Elapsed < HangGuard.Limit, $"took {watch.Elapsed}");
    }

    [Fact]
    public void The_search_ends_after_so_many_violations()
    {
        var options = new JsonSchemaOptions { MaxViolations = 3 };

        Assert.Equal(
            ["/0", "/1", "/2"],
            SchemaRun.Validate("""{"items": {"type": "string"}}""", "[1, 2, 3, 4, 5]", options).Select(v => v.InstancePointer));
    }

    [Theory]
    [InlineData("""{"minLength": 2}""", "\"\\ud83d\"")]
    [InlineData("""{"maxLength": 0}""", "\"\\udc27\"")]
    [InlineData("""{"const": "\udc27"}""", "\"\\ud83d\"")]
    [InlineData("""{"pattern": "^a"}""", "\"\\ud83d\"")]
    [InlineData("""{"pattern": "^..$"}""", "\"\\ud83d\"")]
    [InlineData("""{"required": ["\udc27"]}""", "{\"\\ud83d\": 1}")]
    [InlineData("""{"propertyNames": {"minLength": 2}}""", "{\"\\ud83d\": 1}")]
    public void Half_a_surrogate_pair_is_a_character_like_others(string schema, string instance) =>
        Assert.NotEmpty(SchemaRun.Validate(schema, instance));
}
