using ConfigGen.Templating;

namespace ConfigGen.Tests.Templating;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("func sub; ret $0 - $1; end; sub 5 1; 5 | sub 2", "43")]
    [InlineData("func sub(x, y); ret x - y; end; sub 5 1; sub y: 1 x: 9; sub(7, 1)", "486")]
    [InlineData("func f(x, y = 2, z...); ret x + y + z.size; end; f 1; f 1 1; f 1 1 0 0", "324")]
    [InlineData("sq(x) = x * x; sq 3; 4 | sq; sq(5)", "91625")]
    [InlineData("f = do; ret $0 + 1; end; 1 | f | f", "3")]
    [InlineData("func twice; $0; $0; end; twice do; 'x'; end", "xx")]
    [InlineData("o = {}; o.up = @string.upcase; o.up 'a'; 'b' | o.up", "AB")]
    [InlineData("func all; ret $.size; end; all ^[1, 2] 3", "3")]
    [InlineData("func n; ret $.a + $['b']; end; n a: 1 b: 2", "3")]
    [InlineData("func fact(n); ret n < 2 ? 1 : n * fact(n - 1); end; fact 20", "2432902008176640000")]
    [InlineData("func f; x = 5; end; f; x", "5")]
    [InlineData("func f(a); x = 5; end; x = 1; f 2; x", "1")]
    [InlineData("func f; $y = 5; end; $y = 1; f; $y", "1")]
    public void Functions(string code, string expected) => Assert.Equal(expected, $"{{{{ {code} }}}}".Render());

    [Theory]
    [InlineData("func f; ret $0; end; f 1 + 2", "3")]
    [InlineData("func f; ret $.size; end; f 1 + 2 3", "2")]
    [InlineData("func f; ret $0 + 1; end; 10 + f 5", "16")]
    [InlineData("'123' | string.to_int + 1", "124")]
    [InlineData("'a' + 'b' | string.upcase", "AB")]
    [InlineData("-5 | math.abs", "5")]
    [InlineData("!string.contains 'ab' 'c'", "true")]
    [InlineData("'a' |\n string.append 'b' |\n string.prepend 'c'", "cab")]
    public void Arguments_take_their_operators_with_them_and_pipes_bind_loosest(string code, string expected) =>
        Assert.Equal(expected, $"{{{{ {code} }}}}".Render());

    [Theory]
    [InlineData("func f(x); ret x; end; f", "error(1,27): The argument `x` is missing in the call of `f`.")]
    [InlineData("func f(x); ret x; end; f 1 2", "error(1,27): Invalid number of arguments passed to `f` while expecting `1` arguments.")]
    [InlineData("func f(x); ret x; end; f y: 2", "error(1,29): The parameter `y` was not found for the function `f`.")]
    [InlineData("func f(x, x); end", "error(1,14): The parameter `x` is declared twice.")]
    [InlineData("func f(x..., y); end", "error(1,17): Cannot declare a normal parameter after a variable parameter (`...`).")]
    [InlineData("1 | 2", "error(1,8): The destination of a pipe must be a function.")]
    [InlineData("'a' | string.append", "error(1,23): Invalid number of arguments `1` passed to `string.append` while expecting `2` arguments")]
    [InlineData("string.upcase 'a' nope: 1", "error(1,22): The parameter `nope` was not found for the function `string.upcase`.")]
    [InlineData("string.upcas 'a'", "error(1,11): The member `upcas` was not found. Did you mean `upcase`?")]
    [InlineData("x = ^[1]", "error(1,8): `^` expands an array into the arguments of a function; it stands for nothing else.")]
    [InlineData("@string.upcase", "error(1,4): A value of type function cannot be written as text.")]
    public void Wrong_calls(string code, string expected) => Assert.Equal(expected, $"{{{{ {code} }}}}".Render());

    [Fact]
    public void Include_gives_arguments_and_shares_globals_but_not_locals()
    {
        var options = new RenderOptions { Include = name => name == "part" ? "{{ $0 }}{{ $.n }}{{ g }}{{ $l ?? 'none' }}" : null, StrictVariables = false };
        Assert.Equal("1Ng2none!", "{{ g = 'g2'; $l = 5; x = include 'part' 1 n: 'N'; x + '!' }}".Render(options: options));
    }

    [Fact]
    public void Include_join_puts_parts_between_delimiters()
    {
        var options = new RenderOptions { Include = name => name };
        Assert.Equal("<a,b>", "{{ include_join ['a', 'b'] ',' '<' 'tpl:>' }}".Render(options: options));
        Assert.Equal("", "{{ include_join [''] ',' '<' '>' }}".Render(options: options));
    }

    [Fact]
    public void Errors_of_an_included_template_name_it()
    {
        var options = new RenderOptions { Include = name => name == "bad" ? "\n{{ x = }}" : name == "fault" ? "\n\n{{ nope }}" : null };
        TemplateError Error(string template) => Assert.Single(Template.Parse(template, "outer").Render(new Dictionary<string, object?>(), options).Errors);
        Assert.Equal(("bad", 2, 8), (Error("{{ include 'bad' }}").Template, Error("{{ include 'bad' }}").Line, Error("{{ include 'bad' }}").Column));
        Assert.Equal(("fault", 3, 4), (Error("{{ include 'fault' }}").Template, Error("{{ include 'fault' }}").Line, Error("{{ include 'fault' }}").Column));
        Assert.Equal("error(1,12): There is no template \"missing\" to include.", Rendering.Show(Error("{{ include 'missing' }}")));
    }

    [Fact]
    public void A_function_of_an_included_template_reports_its_own_position()
    {
        var options = new RenderOptions { Include = _ => "\n\n{{ func f; nope; end }}" };
        var error = Assert.Single(Template.Parse("{{ include 'lib'; f }}", "outer").Render(new Dictionary<string, object?>(), options).Errors);
        Assert.Equal(("lib", 3), (error.Template, error.Line));
    }
}
