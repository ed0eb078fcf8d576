namespace ConfigGen.Tests.Templating;

/// <summary>What the language does with nothing, with odd types and at the edges. The expected values are what Scriban itself, built from its
/// public sources, wrote for the same templates.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData("null | array.uniq", "")]
    [InlineData("null | array.concat null", "")]
    [InlineData("null | array.limit 2", "")]
    [InlineData("null | array.reverse", "[]")]
    [InlineData("null | array.map 'a'", "[]")]
    [InlineData("[3, 1] | array.map 'a'", "[]")]
    [InlineData("[2, 1] | array.sort ''", "[1, 2]")]
    [InlineData("5 | array.sort", "[5]")]
    [InlineData("null | array.insert_at (-1) 5", "[5]")]
    [InlineData("[1] | array.any @string.upcase", "false")]
    [InlineData("[3, 1] | array.filter @string.upcase", "[\"3\", \"1\"]")]
    [InlineData("[] << null", "")]
    [InlineData("null + [1]", "")]
    [InlineData("null .. 3", "")]
    public void Lists(string code, string expected) => Assert.Equal(expected, $"{{{{ {code} }}}}".Render());

    [Theory]
    [InlineData("'a' | string.contains null", "false")]
    [InlineData("'' | string.starts_with ''", "false")]
    [InlineData("null | string.equals_ignore_case ''", "false")]
    [InlineData("(null | string.upcase) == null", "true")]
    [InlineData("(null | string.capitalize) == ''", "true")]
    [InlineData("'test' | string.slice (-5) 3", "te")]
    [InlineData("'test' | string.slice (-10)", "")]
    [InlineData("'a-Test' | string.replace_first 'TEST' 'x'", "a-x")]
    [InlineData("' x ' | string.handleize", "-x")]
    [InlineData("'2nd place' | string.capitalizewords", "2Nd Place")]
    [InlineData("'a b' | string.truncatewords 5", "a b...")]
    [InlineData("'test text' | string.truncate 1 null", "...")]
    [InlineData("null | string.md5", "d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("'ab' | string.split ''", "[\"ab\"]")]
    [InlineData("'a\\u0007b' | string.escape", "a\\ab")]
    [InlineData("null | math.plus 1", "")]
    [InlineData("1 | math.divided_by null", "")]
    public void Texts_and_numbers(string code, string expected) => Assert.Equal(expected, $"{{{{ {code} }}}}".Render());

    [Theory]
    [InlineData("null < 'a'", "true")]
    [InlineData("'' > null", "true")]
    [InlineData("'' == empty", "false")]
    [InlineData("[] == empty", "true")]
    [InlineData("empty ? 1 : 2", "2")]
    [InlineData("x = 5; x.empty?", "false")]
    [InlineData("$\"{true} {1.5} {null}!\"", "True 1.5 !")]
    [InlineData("$\"\\{{4 * 4}}\"", "{16}")]
    [InlineData("(do; ret 1; end) + (do; ret 2; end)", "3")]
    [InlineData("func $dec; ret $0 - 1; end; 3 | $dec", "2")]
    [InlineData("for i in null; i; else; 'none'; end", "")]
    [InlineData("tablerow i in []; i; end", "<tr class=\"row1\"></tr>\n")]
    public void Expressions(string code, string expected) => Assert.Equal(expected, $"{{{{ {code} }}}}".Render());

    [Theory]
    [InlineData("[1] == 1", "error(1,8): The operator `==` is not supported between array and int.")]
    [InlineData("[1, 2] == ['1', 2]", "error(1,11): The operator `==` is not supported between int and string.")]
    [InlineData("'ab'[5]", "error(1,9): The text has only 2 characters.")]
    [InlineData("-(null)", "error(1,5): The operator `-` is not supported for null.")]
    [InlineData("'a' * 'b'", "error(1,4): Expecting an integer: a text can only be repeated an integer number of times.")]
    [InlineData("'a' | regex.match null", "error(1,22): `regex.match` needs a text, not null.")]
    [InlineData("[1] | object.has_key 'a'", "error(1,4): `object.has_key` needs an object, not a value of type array.")]
    [InlineData("$\"{[1]}\"", "error(1,7): A value of type array cannot be written inside of an interpolated string: add it with `+`.")]
    [InlineData("$\"{{a: 1}}\"", "error(1,7): An object cannot be written inside of an interpolated string: the first `}` ends the expression.")]
    [InlineData("case 1; else; 2; end", "error(1,12): A else condition must be preceded by another if/else/when condition or a for loop.")]
    [InlineData("4000000000 | math.divided_by 1", "error(1,17): `math.divided_by` cannot make an integer of 32 bits of the result.")]
    [InlineData("func f(a = -1); a; end", "error(1,11): Expecting only a literal for an optional parameter value.")]
    [InlineData("1e-3", "error(1,4): `1e-3` is not a number this engine can represent.")]
    public void What_the_language_refuses_or_answers_oddly_is_an_error(string code, string expected) => Assert.Equal(expected, $"{{{{ {code} }}}}".Render());
}
