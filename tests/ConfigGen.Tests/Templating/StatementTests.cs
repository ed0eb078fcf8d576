namespace ConfigGen.Tests.Templating;

public sealed class StatementTests
{
    [Theory]
    [InlineData("{{ if false }}a{{ else if true }}b{{ else }}c{{ end }}", "b")]
    [InlineData("{{ if 0; 'zero is true'; end }}", "zero is true")]
    [InlineData("{{ case 5 }}{{ when 1, 2 }}a{{ when 4 || 5 }}b{{ else }}c{{ end }}", "b")]
    [InlineData("{{ case 'x'; when 'y'; 1; else; 2; end }}", "2")]
    [InlineData("{{ i = 0; while i < 3; i += 1; i; end }}", "123")]
    [InlineData("{{ while true; while.index; if while.index == 2; break; end; end }}", "012")]
    [InlineData("{{ capture c }}a{{ 1 }}{{ end }}[{{ c }}]", "[a1]")]
    [InlineData("{{ o = {x: 1}; y = 2; with o; z = x + y; end; o.z }}", "3")]
    [InlineData("a{{ ret }}b", "a")]
    [InlineData("{{ if = 1 }}", "error(1,7): Expecting <expression> instead of `=` in: if <expression> ... end|else|else if")]
    public void Statements(string template, string expected) => Assert.Equal(expected, template.Render());

    [Theory]
    [InlineData("for x in [1, 2, 3]; x; end", "123")]
    [InlineData("for x in 1..9; if x == 2; continue; end; if x == 4; break; end; x; end", "13")]
    [InlineData("for x in (4..9) offset: 2 limit: 2; x; end", "67")]
    [InlineData("for x in (1..3) reversed; x; end", "321")]
    [InlineData("for x in []; 1; else; 'none'; end", "none")]
    [InlineData("for x in null; 1; end", "")]
    [InlineData("for x in [7, 7, 8]; for.index; for.first; for.last; for.changed; end", "0truefalsetrue1falsefalsefalse2falsetruetrue")]
    [InlineData("for x in [1, 2]; for.rindex; for.length; for.even; for.odd; end", "12truefalse02falsetrue")]
    [InlineData("for x in [1, 2]; for y in 1..2; for.index; end; for.index; end", "010011")]
    [InlineData("for p in {b: 1, a: 2}; p.key; p.value; end", "b1a2")]
    [InlineData("x = 'outer'; for x in [1]; x; end; x", "1outer")]
    [InlineData("for $x in [1]; $x; end; for x in 'a' | string.split 'b'; x; end", "1a")]
    [InlineData("func f; for x in 1..5; if x == 3; ret x; end; end; end; f", "3")]
    public void Loops(string code, string expected) => Assert.Equal(expected, $"{{{{ {code} }}}}".Render());

    [Theory]
    [InlineData("{{ for i in 1..5 reversed; i; end }}", "error(1,16): Put the range in parentheses in front of `reversed`.")]
    [InlineData("{{ for i in (1..5) offset: 1; for.first; for.index; end }}", "error(1,46): `for.index` is not supported in a loop with offset, limit or reversed.")]
    [InlineData("{{ for x in 5; end }}", "error(1,13): Only arrays, ranges and objects can be iterated, not `5` (int).")]
    [InlineData("{{ for.index }}", "error(1,8): Cannot get the member for.index for a null object.")]
    [InlineData("{{ for.nonsense }}", "error(1,4): The loop variable <for.nonsense> is not supported")]
    [InlineData("{{ break }}", "error(1,4): The <break> statement can only be used inside for/while loops")]
    [InlineData("{{ func f; break; end; for x in [1]; f; end }}", "error(1,12): The <break> statement can only be used inside for/while loops")]
    [InlineData("{{ with 5; end }}", "error(1,9): Invalid target property used for [with] statement. Must be an object instead of `5` (int)")]
    [InlineData("a\n{{ if true }}\nb", "error(2,14): The <end> statement was not found for the `if` of line 2.")]
    [InlineData("{{ end }}", "error(1,4): Unexpected `end`: no block is open here.")]
    [InlineData("{{ else }}", "error(1,4): A else condition must be preceded by another if/else/when condition or a for loop.")]
    [InlineData("{{ when 1 }}", "error(1,4): A `when` must be inside a `case`.")]
    [InlineData("{{ ret 5 }}", "error(1,1): `ret` outside of a function takes no value: write the value, then `ret`.")]
    [InlineData("{{ x = y = 1 }}", "error(1,8): Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>")]
    [InlineData("{{ 5 = 1 }}", "error(1,4): Unsupported target expression for assignment.")]
    [InlineData("{{ x = 1", "error(1,9): The code block is not closed: expecting `}}`.")]
    [InlineData("{{ 'x }}", "error(1,4): Unexpected end of file while parsing a string not terminated by a '")]
    [InlineData("{{ 'a\\q' }}", "error(1,6): Unexpected escape `\\q` in a string. Only \\' \\\" \\\\ \\n \\r \\t \\b \\f \\uXXXX and \\xXX are allowed.")]
    [InlineData("{%{ x", "error(1,1): The escape block is not closed.")]
    [InlineData("{{ 12ab }}", "error(1,6): Unexpected character `a` after a number.")]
    [InlineData("{{ a \\ b }}", "error(1,6): Unexpected character `\\`.")]
    public void Mistakes_are_reported_where_they_stand(string template, string expected) =>
        Assert.Equal(expected, template.Render(options: Rendering.Lenient));

    [Theory]
    [InlineData("{{ import x }}", 4, "import")]
    [InlineData("{{ readonly x }}", 4, "readonly")]
    [InlineData("{{ wrap f; end }}", 4, "wrap")]
    [InlineData("{{ func f; $$; end }}", 12, "wrap")]
    [InlineData("{{ date.now }}", 4, "date")]
    [InlineData("{{ timespan.zero }}", 4, "timespan")]
    [InlineData("{{ 'a' | html.escape }}", 10, "html")]
    [InlineData("{{ math.uuid }}", 9, "math.uuid")]
    [InlineData("{{ math.random 1 2 }}", 9, "math.random")]
    public void What_is_left_out_on_purpose_is_named(string template, int column, string feature)
    {
        foreach (var options in new[] { Rendering.Lenient, new() })
        {
            Assert.StartsWith($"error(1,{column}): `{feature}` is not supported by this template engine:", template.Render(options: options), StringComparison.Ordinal);
        }
    }
}
