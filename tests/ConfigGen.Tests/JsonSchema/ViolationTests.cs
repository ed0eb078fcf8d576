namespace ConfigGen.Tests.JsonSchema;

public sealed class ViolationTests
{
    [Fact]
    public void Violations_come_in_the_order_of_the_instance_whatever_the_order_of_the_schema()
    {
        const string Schema = """
            {
              "properties": {"a": {"type": "string"}, "b": {"items": {"maximum": 1}}, "c": {"type": "string"}},
              "required": ["d"], "allOf": [{"properties": {"a": {"minimum": 5}}}], "additionalProperties": false
            }
            """;

        Assert.Equal(
            ["required at '' about 'd'", "type at '/c'", "maximum at '/b/1'", "maximum at '/b/2'", "additionalProperties at '' about 'e'", "type at '/a'", "minimum at '/a'"],
            SchemaRun.Lines(Schema, """{"c": 1, "b": [1, 2, 3], "e": 0, "a": 1}"""));
    }

    [Fact]
    public void A_violation_gives_the_place_in_the_schema_with_references_followed()
    {
        var violation = Assert.Single(SchemaRun.Validate(
            """{"properties": {"a/b": {"$ref": "#/$defs/x~0y"}}, "$defs": {"x~0y": {"type": "null"}, "x~y": {"items": {"type": "string"}}}}""",
            """{"a/b": [1]}"""));

        Assert.Equal("/a~1b/0", violation.InstancePointer);
        Assert.Equal("/$defs/x~0y/items/type", violation.SchemaPointer);
        Assert.Equal("string", violation.KeywordValue.GetString());
    }

    [Theory]
    [InlineData("""{"properties": {"b": true, "a": true, "no": false}, "additionalProperties": false}""")]
    [InlineData("""{"allOf": [{"properties": {"a": true}}, {"$ref": "#/$defs/b"}], "unevaluatedProperties": false, "$defs": {"b": {"properties": {"b": true}}}}""")]
    public void An_unknown_property_comes_with_the_names_that_are_known(string schema)
    {
        var violation = Assert.Single(SchemaRun.Validate(schema, """{"a": 1, "c": 1}"""));

        Assert.Equal("c", violation.Property);
        Assert.Equal("", violation.InstancePointer);
        Assert.Equal(["a", "b"], violation.Allowed);
    }

    [Fact]
    public void A_name_that_is_refused_comes_with_the_reason_and_the_names_that_are_not()
    {
        var violation = Assert.Single(SchemaRun.Validate("""{"propertyNames": {"enum": ["web", "db"]}}""", """{"web": 1, "wbe": 1}"""));

        Assert.Equal("propertyNames at '' about 'wbe'", SchemaRun.Line(violation));
        Assert.Equal("enum", Assert.Single(violation.Causes).Keyword);
        Assert.Equal(["db", "web"], violation.Allowed);
    }

    [Fact]
    public void A_dependent_property_that_is_missing_names_what_asks_for_it_in_the_schema_pointer()
    {
        var violation = Assert.Single(SchemaRun.Validate("""{"dependentRequired": {"min": ["max"]}}""", """{"min": 1}"""));

        Assert.Equal("dependentRequired at '' about 'max'", SchemaRun.Line(violation));
        Assert.Equal("/dependentRequired/min", violation.SchemaPointer);
    }

    [Theory]
    [InlineData("""{"properties": {"a": false}}""", """{"a": 1}""", "properties at '' about 'a'")]
    [InlineData("""{"items": false}""", "[1]", "items at '/0'")]
    [InlineData("""{"allOf": [false]}""", "1", "allOf at ''")]
    [InlineData("""{"$ref": "#/$defs/no", "$defs": {"no": false}}""", "1", "$ref at ''")]
    [InlineData("false", "1", " at ''")]
    public void A_schema_that_is_false_is_reported_as_the_keyword_that_applied_it(string schema, string instance, string expected) =>
        Assert.Equal([expected], SchemaRun.Lines(schema, instance));

    [Fact]
    public void The_same_violation_reached_in_two_ways_is_given_once() =>
        Assert.Equal(
            ["type at ''"],
            SchemaRun.Lines("""{"allOf": [{"$ref": "#/$defs/s"}, {"$ref": "#/$defs/s"}], "$defs": {"s": {"type": "string"}}}""", "1"));

    [Fact]
    public void A_failing_part_does_not_make_its_properties_unevaluated_as_well() =>
        Assert.Equal(
            ["type at '/a'", "unevaluatedProperties at '' about 'z'"],
            SchemaRun.Lines(
                """{"$ref": "#/$defs/p", "unevaluatedProperties": false, "$defs": {"p": {"properties": {"a": {"type": "string"}, "b": true}}}}""",
                """{"a": 1, "b": 1, "z": 1}"""));

    [Fact]
    public void Several_matching_branches_of_oneOf_have_no_causes()
    {
        var violation = Assert.Single(SchemaRun.Validate("""{"oneOf": [true, {"type": "integer"}]}""", "1"));

        Assert.Equal("oneOf", violation.Keyword);
        Assert.Empty(violation.Causes);
        Assert.Empty(violation.Allowed);
    }

    private const string Setting = """
        {
          "anyOf": [
            {"type": ["integer", "string"]},
            {"type": "object", "properties": {"value": {"type": "integer"}, "reason": {"type": "string"}}, "required": ["value"], "additionalProperties": false},
            {"type": "object", "properties": {"unset": {"const": true}, "reason": {"type": "string"}}, "required": ["unset"], "additionalProperties": false},
            {"type": "array", "items": {"anyOf": [{"type": "integer"}, {"type": "string"}]}}
          ]
        }
        """;

    [Theory]
    [InlineData("""{"value": "x", "reason": 1}""", "type at '/value'", "type at '/reason'")]
    [InlineData("""{"unset": true, "resaon": ""}""", "additionalProperties at '' about 'resaon'")]
    [InlineData("""{"value": 1, "resaon": ""}""", "additionalProperties at '' about 'resaon'")]
    [InlineData("[1, null]", "anyOf at '/1'")]
    public void The_causes_are_those_of_the_branch_that_was_meant(string instance, params string[] expected)
    {
        var violation = Assert.Single(SchemaRun.Validate(Setting, instance));

        Assert.Equal("anyOf", violation.Keyword);
        Assert.Equal(expected, violation.Causes.Select(SchemaRun.Line));
    }

    [Fact]
    public void A_type_that_no_branch_accepts_gives_the_types_that_they_do()
    {
        var violation = Assert.Single(SchemaRun.Validate(Setting, "null"));

        Assert.Empty(violation.Causes);
        Assert.Equal(["array", "integer", "object", "string"], violation.Allowed);
    }

    [Fact]
    public void A_branch_of_another_kind_is_not_the_one_that_was_meant()
    {
        const string Schema = """
            {
              "oneOf": [
                {"properties": {"kind": {"const": "range"}, "from": {"type": "integer"}, "to": {"type": "integer"}}},
                {"properties": {"kind": {"const": "list"}, "of": {"type": "array"}, "from": {"type": "null"}}}
              ]
            }
            """;

        var violation = Assert.Single(SchemaRun.Validate(Schema, """{"kind": "range", "from": "a", "to": "b"}"""));

        Assert.Equal(["type at '/from'", "type at '/to'"], violation.Causes.Select(SchemaRun.Line));
    }

    [Fact]
    public void A_repeated_property_is_validated_each_time() =>
        Assert.Equal(["type at '/a'"], SchemaRun.Lines("""{"properties": {"a": {"type": "string"}}}""", """{"a": "", "a": 1, "a": 2}"""));

    [Fact]
    public void An_instance_that_is_no_value_at_all_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => SchemaRun.Schema("true").Validate(default));
}
