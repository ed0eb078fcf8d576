namespace ConfigGen.Tests.JsonSchema;

/// <summary>A case or two of every keyword, so that a run without the public suite still says something.</summary>
public sealed class KeywordTests
{
    [Theory]
    [InlineData("""{"type": "integer"}""", "4.0", true)]
    [InlineData("""{"type": "integer"}""", "4.5", false)]
    [InlineData("""{"type": ["string", "null"]}""", "null", true)]
    [InlineData("""{"type": ["string", "null"]}""", "false", false)]
    [InlineData("""{"enum": [1, {"a": [2]}]}""", """{"a": [2.0]}""", true)]
    [InlineData("""{"enum": [1, {"a": [2]}]}""", """{"a": [2, 2]}""", false)]
    [InlineData("""{"const": {"a": 1, "b": 2}}""", """{"b": 2, "a": 1}""", true)]
    [InlineData("""{"const": false}""", "0", false)]
    [InlineData("""{"minimum": 1024, "maximum": 65535}""", "1024", true)]
    [InlineData("""{"minimum": 1024, "maximum": 65535}""", "65536", false)]
    [InlineData("""{"exclusiveMinimum": 0}""", "0", false)]
    [InlineData("""{"exclusiveMaximum": 1}""", "0.99", true)]
    [InlineData("""{"multipleOf": 4096}""", "12288", true)]
    [InlineData("""{"multipleOf": 4096}""", "12289", false)]
    [InlineData("""{"minLength": 2, "maxLength": 2}""", "\"\U0001F427\U0001F427\"", true)]
    [InlineData("""{"maxLength": 1}""", "\"ab\"", false)]
    [InlineData("""{"pattern": "^[a-z][a-z0-9-]*$"}""", "\"web-1\"", true)]
    [InlineData("""{"pattern": "^[a-z][a-z0-9-]*$"}""", "\"Web\"", false)]
    [InlineData("""{"minItems": 1, "maxItems": 2}""", "[]", false)]
    [InlineData("""{"minItems": 1, "maxItems": 2}""", "[1, 2]", true)]
    [InlineData("""{"uniqueItems": true}""", "[1, 1.0]", false)]
    [InlineData("""{"uniqueItems": true}""", """[{"a": 1, "b": 2}, {"b": 2, "a": 1}]""", false)]
    [InlineData("""{"uniqueItems": true}""", """[1, "1", true, [1]]""", true)]
    [InlineData("""{"prefixItems": [{"type": "string"}], "items": {"type": "integer"}}""", """["a", 1]""", true)]
    [InlineData("""{"prefixItems": [{"type": "string"}], "items": {"type": "integer"}}""", """["a", "b"]""", false)]
    [InlineData("""{"contains": {"const": 1}, "minContains": 2, "maxContains": 3}""", "[1, 1]", true)]
    [InlineData("""{"contains": {"const": 1}, "minContains": 2, "maxContains": 3}""", "[1, 1, 1, 1]", false)]
    [InlineData("""{"minProperties": 1}""", "{}", false)]
    [InlineData("""{"maxProperties": 1}""", """{"a": 1}""", true)]
    [InlineData("""{"required": ["a"]}""", """{"b": 1}""", false)]
    [InlineData("""{"dependentRequired": {"a": ["b"]}}""", """{"a": 1}""", false)]
    [InlineData("""{"dependentSchemas": {"a": {"maxProperties": 1}}}""", """{"a": 1, "b": 1}""", false)]
    [InlineData("""{"propertyNames": {"pattern": "^net\\."}}""", """{"net.core": 1}""", true)]
    [InlineData("""{"propertyNames": {"pattern": "^net\\."}}""", """{"vm": 1}""", false)]
    [InlineData("""{"patternProperties": {"^x-": true}, "additionalProperties": false}""", """{"x-note": 1}""", true)]
    [InlineData("""{"patternProperties": {"^x-": true}, "additionalProperties": false}""", """{"note": 1}""", false)]
    [InlineData("""{"allOf": [{"minimum": 1}, {"maximum": 3}]}""", "4", false)]
    [InlineData("""{"anyOf": [{"minimum": 3}, {"maximum": 1}]}""", "2", false)]
    [InlineData("""{"oneOf": [{"minimum": 1}, {"maximum": 3}]}""", "2", false)]
    [InlineData("""{"oneOf": [{"minimum": 1}, {"maximum": 3}]}""", "0", true)]
    [InlineData("""{"not": {"type": "string"}}""", "\"a\"", false)]
    [InlineData("""{"if": {"minimum": 10}, "then": {"multipleOf": 10}, "else": {"const": 1}}""", "15", false)]
    [InlineData("""{"if": {"minimum": 10}, "then": {"multipleOf": 10}, "else": {"const": 1}}""", "1", true)]
    [InlineData("""{"$ref": "#/$defs/port", "$defs": {"port": {"maximum": 65535}}}""", "70000", false)]
    [InlineData("""{"$ref": "#port", "$defs": {"p": {"$anchor": "port", "maximum": 65535}}}""", "70000", false)]
    [InlineData("""{"$ref": "b", "$defs": {"p": {"$id": "b", "type": "null"}}}""", "null", true)]
    [InlineData("""{"properties": {"a": true}, "unevaluatedProperties": false}""", """{"a": 1, "b": 1}""", false)]
    [InlineData("""{"anyOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}""", """{"a": 1}""", true)]
    [InlineData("""{"allOf": [{"prefixItems": [true]}], "unevaluatedItems": false}""", "[1, 2]", false)]
    [InlineData("""{"format": "ipv4"}""", "\"nowhere\"", true)]
    [InlineData("true", "1", true)]
    [InlineData("false", "1", false)]
    public void A_value_is_valid_or_not(string schema, string instance, bool valid) =>
        Assert.Equal(valid, SchemaRun.Validate(schema, instance).IsEmpty);

    [Fact]
    public void A_recursive_schema_with_a_dynamic_anchor_can_be_extended()
    {
        const string Strict = """
            {
              "$id": "https://example.org/strict", "$dynamicAnchor": "node", "$ref": "tree", "unevaluatedProperties": false,
              "$defs": {
                "tree": {
                  "$id": "tree", "$dynamicAnchor": "node",
                  "properties": {"name": true, "children": {"items": {"$dynamicRef": "#node"}}}
                }
              }
            }
            """;

        Assert.Empty(SchemaRun.Lines(Strict, """{"children": [{"name": 1}]}"""));
        Assert.Equal(["unevaluatedProperties at '/children/0' about 'nmae'"], SchemaRun.Lines(Strict, """{"children": [{"nmae": 1}]}"""));
    }
}
