using ConfigGen.JsonSchema;

namespace ConfigGen.Tests.JsonSchema;

public sealed class SchemaProblemTests
{
    [Theory]
    [InlineData("3", ": A schema is an object, true or false.")]
    [InlineData("""{"properties": {"a": 1}}""", "/properties/a: A schema is an object, true or false.")]
    [InlineData("""{"properties": []}""", "/properties: The value must be an object of schemas.")]
    [InlineData("""{"items": [true]}""", "/items: A schema is an object, true or false.")]
    [InlineData("""{"allOf": []}""", "/allOf: The value must be an array of one or more schemas.")]
    [InlineData("""{"type": "int"}""", "/type: \"int\" is not a type; there are array, boolean, integer, null, number, object and string.")]
    [InlineData("""{"type": 3}""", "/type: The value must be an array of distinct strings.")]
    [InlineData("""{"enum": 1}""", "/enum: The value must be an array.")]
    [InlineData("""{"minimum": "1"}""", "/minimum: The value must be a number.")]
    [InlineData("""{"multipleOf": 0}""", "/multipleOf: The value must be a number greater than 0.")]
    [InlineData("""{"minLength": -1}""", "/minLength: The value must be an integer, 0 or more.")]
    [InlineData("""{"contains": true, "minContains": "1"}""", "/minContains: The value must be an integer, 0 or more.")]
    [InlineData("""{"required": ["a", "a"]}""", "/required: The value must be an array of distinct strings.")]
    [InlineData("""{"dependentRequired": {"a/b": 1}}""", "/dependentRequired/a~1b: The value must be an array of distinct strings.")]
    [InlineData("""{"uniqueItems": 1}""", "/uniqueItems: The value must be true or false.")]
    [InlineData("""{"pattern": "a("}""", "/pattern: \"a(\" is not a regular expression: '(' is not closed (at character 3)")]
    [InlineData("""{"patternProperties": {"[": true}}""", "/patternProperties/[: \"[\" is not a regular expression: '[' is not closed (at character 2)")]
    [InlineData("""{"$ref": "#/$defs/a"}""", "/$ref: There is no schema \"#/$defs/a\".")]
    [InlineData("""{"$ref": "https://example.org/other"}""", "/$ref: There is no schema \"https://example.org/other\".")]
    [InlineData("""{"$ref": 1}""", "/$ref: The value must be a string.")]
    [InlineData("""{"$id": "a#b"}""", "/$id: \"a#b\" is not a URI reference without fragment.")]
    [InlineData("""{"$anchor": "1a"}""", "/$anchor: \"1a\" is not a name of ASCII letters, digits, '-', '_' and '.' beginning with a letter or '_'.")]
    [InlineData("""{"allOf": [{"$anchor": "a"}, {"$anchor": "a"}]}""", "/allOf/1/$anchor: The anchor \"a\" is defined twice.")]
    [InlineData("""{"allOf": [{"$id": "a"}, {"$id": "a"}]}""", "/allOf/1/$id: The identifier \"schema://document/a\" is given twice.")]
    [InlineData("""{"type": "null", "type": "string"}""", "/type: The keyword is given twice.")]
    [InlineData("""{"properties": {"a": true, "a": false}}""", "/properties/a: The name is given twice.")]
    [InlineData(
        """{"$schema": "http://json-schema.org/draft-07/schema#"}""",
        "/$schema: The dialect \"http://json-schema.org/draft-07/schema#\" is not known; only \"https://json-schema.org/draft/2020-12/schema\" is.")]
    public void A_mistake_in_a_schema_is_a_problem_with_its_place(string schema, string expected) =>
        Assert.Equal([expected], SchemaRun.Problems(schema));

    [Fact]
    public void All_problems_are_found_at_once() =>
        Assert.Equal(
            [
                "/properties/a/type: \"strng\" is not a type; there are array, boolean, integer, null, number, object and string.",
                "/not/maximum: The value must be a number.",
            ],
            SchemaRun.Problems("""{"properties": {"a": {"type": "strng"}}, "not": {"maximum": null}}"""));

    [Fact]
    public void A_schema_with_problems_cannot_be_used() =>
        Assert.Null(JsonSchemaDocument.Compile(SchemaRun.Json("""{"type": 1}""")).Schema);

    [Fact]
    public void A_schema_that_is_no_value_at_all_is_a_problem() =>
        Assert.Equal("A schema is an object, true or false.", Assert.Single(JsonSchemaDocument.Compile(default).Problems).Message);

    [Fact]
    public void A_problem_in_another_document_says_in_which()
    {
        var options = new JsonSchemaOptions { Resolve = _ => SchemaRun.Json("""{"type": 1}""") };
        var compiled = JsonSchemaDocument.Compile(SchemaRun.Json("""{"$ref": "https://example.org/other"}"""), options);

        Assert.Equal("https://example.org/other#/type", Assert.Single(compiled.Problems).SchemaPointer);
    }

    [Fact]
    public void A_resolver_is_asked_for_absolute_uris_without_fragment()
    {
        var asked = new List<string>();
        var options = new JsonSchemaOptions
        {
            BaseUri = new("https://example.org/schemas/main.json"),
            Resolve = uri =>
            {
                asked.Add(uri.AbsoluteUri);
                return SchemaRun.Json("""{"$defs": {"port": {"maximum": 65535}}}""");
            },
        };

        var violations = SchemaRun.Validate("""{"allOf": [{"$ref": "net.json#/$defs/port"}, {"$ref": "net.json"}]}""", "70000", options);

        Assert.Equal(["https://example.org/schemas/net.json"], asked);
        Assert.Equal("https://example.org/schemas/net.json#/$defs/port/maximum", Assert.Single(violations).SchemaPointer);
    }

    [Fact]
    public void Another_dialect_can_be_read_as_if_it_were_this_one()
    {
        var options = new JsonSchemaOptions { IgnoreDialect = true };

        Assert.NotEmpty(SchemaRun.Validate("""{"$schema": "http://json-schema.org/draft-07/schema#", "type": "null"}""", "1", options));
    }
}
