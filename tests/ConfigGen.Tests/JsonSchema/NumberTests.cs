namespace ConfigGen.Tests.JsonSchema;

/// <summary>Numbers are compared as written, however large, small or precise.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("1.0", true)]
    [InlineData("1e400", true)]
    [InlineData("1.5e1", true)]
    [InlineData("100e-2", true)]
    [InlineData("-0.0", true)]
    [InlineData("0e-5", true)]
    [InlineData("1e1000000000", true)]
    [InlineData("1e99999999999999999999999", true)]
    [InlineData("1e-1000000000", false)]
    [InlineData("1.000000000000000000000000000001", false)]
    [InlineData("15e-1", false)]
    public void A_number_without_fraction_is_an_integer(string number, bool isInteger) =>
        Assert.Equal(isInteger, SchemaRun.Validate("""{"type": "integer"}""", number).IsEmpty);

    [Theory]
    [InlineData("1", "1.00", true)]
    [InlineData("1e2", "100", true)]
    [InlineData("-0", "0", true)]
    [InlineData("0.001e3", "1", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("1e400", "1e401", false)]
    [InlineData("-1", "1", false)]
    public void Equal_means_equal_in_value(string left, string right, bool equal)
    {
        Assert.Equal(equal, SchemaRun.Validate($$"""{"const": {{left}}}""", right).IsEmpty);
        Assert.Equal(!equal, SchemaRun.Validate("""{"uniqueItems": true}""", $"[{left}, {right}]").IsEmpty);
    }

    [Theory]
    [InlineData("-3", "-2")]
    [InlineData("-1e400", "-1e399")]
    [InlineData("0", "1e-400")]
    [InlineData("0.1", "0.10000000000000000000000001")]
    [InlineData("99999999999999999999999999999", "1e29")]
    [InlineData("-1e1000000000", "1e-1000000000")]
    public void The_first_is_less_than_the_second(string less, string more)
    {
        Assert.Empty(SchemaRun.Validate($$"""{"exclusiveMaximum": {{more}}}""", less));
        Assert.NotEmpty(SchemaRun.Validate($$"""{"exclusiveMaximum": {{less}}}""", more));
        Assert.NotEmpty(SchemaRun.Validate($$"""{"exclusiveMinimum": {{less}}}""", less));
        Assert.Empty(SchemaRun.Validate($$"""{"minimum": {{less}}, "maximum": {{less}}}""", less));
    }

    [Theory]
    [InlineData("0.3", "0.1", true)]
    [InlineData("1.1", "0.01", true)]
    [InlineData("0.35", "0.1", false)]
    [InlineData("1e308", "0.123456789", false)]
    [InlineData("123456789e300", "0.123456789", true)]
    [InlineData("1e1000000000", "7", false)]
    [InlineData("7e1000000000", "7", true)]
    [InlineData("1e-1000000000", "7", false)]
    [InlineData("0", "7", true)]
    [InlineData("-21", "7", true)]
    [InlineData("100000000000000000000000000000000000001", "3", false)]
    [InlineData("100000000000000000000000000000000000002", "3", true)]
    public void A_multiple_is_exact(string number, string divisor, bool isMultiple) =>
        Assert.Equal(isMultiple, SchemaRun.Validate($$"""{"multipleOf": {{divisor}}}""", number).IsEmpty);

    [Fact]
    public void A_limit_beyond_any_length_is_a_limit_that_nothing_reaches()
    {
        Assert.Empty(SchemaRun.Validate("""{"maxLength": 1e1000000000}""", "\"a\""));
        Assert.NotEmpty(SchemaRun.Validate("""{"minLength": 1e1000000000}""", "\"a\""));
    }
}
