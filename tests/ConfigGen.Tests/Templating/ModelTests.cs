using System.Numerics;
using ConfigGen.Templating;

namespace ConfigGen.Tests.Templating;

public sealed class ModelTests
{
    [Fact]
    public void Every_type_of_the_model_can_be_read()
    {
        var model = new Dictionary<string, object?>
        {
            ["none"] = null,
            ["flag"] = true,
            ["small"] = 1,
            ["large"] = 10_000_000_000L,
            ["real"] = 2.5,
            ["money"] = 1.50m,
            ["big"] = BigInteger.Pow(10, 20),
            ["text"] = "t",
            ["list"] = new object?[] { 1, "a" },
            ["names"] = new List<string> { "x" },
            ["map"] = new Dictionary<string, object?> { ["b"] = 1, ["a"] = new Dictionary<string, object?>() },
        };
        Assert.Equal("|true|1|10000000000|2.5|1.50|100000000000000000000|t|[1, \"a\"]|[\"x\"]|{b: 1, a: {}}",
            "{{none}}|{{flag}}|{{small}}|{{large}}|{{real}}|{{money}}|{{big}}|{{text}}|{{list}}|{{names}}|{{map}}".Render(model));
    }

    [Fact]
    public void Any_other_type_is_an_error() =>
        Assert.Equal("error(1,1): The model's `when` is of the type DateTime, which templates do not have.",
            "x".Render(new() { ["when"] = new DateTime(2020, 1, 1) }));

    [Fact]
    public void A_model_that_contains_itself_is_an_error()
    {
        var loop = new Dictionary<string, object?>();
        loop["self"] = loop;
        Assert.Equal("error(1,1): The model is nested more than 64 levels deep at `self`.", "x".Render(new() { ["loop"] = loop }));
    }

    [Fact]
    public void A_template_cannot_change_the_model()
    {
        var model = new Dictionary<string, object?> { ["list"] = new List<object?> { 1 }, ["map"] = new Dictionary<string, object?>() };
        Assert.Equal("[1, 2]{a: 1}", "{{ list[1] = 2; map.a = 1; list; map; x = 5 }}".Render(model));
        Assert.Equal("[1]{}", "{{ list; map }}".Render(model));
        Assert.False(model.ContainsKey("x"));
    }

    [Theory]
    [InlineData("{{ nmae }}", "error(1,4): The variable or function `nmae` was not found. Did you mean `name`?")]
    [InlineData("{{ host.prot }}", "error(1,9): The member `prot` was not found. Did you mean `port`?")]
    [InlineData("{{ host['prot'] }}", "error(1,9): The member `prot` was not found. Did you mean `port`?")]
    [InlineData("{{ host?.prot }}", "")]
    [InlineData("{{ $x }}", "error(1,4): The local variable `$x` was not found.")]
    [InlineData("{{ arary.size [1] }}", "error(1,4): The variable or function `arary` was not found. Did you mean `array`?")]
    [InlineData("{{ zzzzzz }}", "error(1,4): The variable or function `zzzzzz` was not found.")]
    public void Strict_rendering_reports_unknown_names(string template, string expected) => Assert.Equal(expected, template.Render(Host));

    [Theory]
    [InlineData("{{ nmae }}", "")]
    [InlineData("{{ host.prot }}", "")]
    [InlineData("{{ $x }}", "")]
    [InlineData("{{ nope 1 }}", "error(1,4): The function `nope` was not found")]
    [InlineData("{{ host.prot.x }}", "error(1,14): Cannot get the member `x` for a null object.")]
    public void Lenient_rendering_takes_unknown_names_for_null(string template, string expected) =>
        Assert.Equal(expected, template.Render(Host, Rendering.Lenient));

    private static readonly Dictionary<string, object?> Host = new()
    {
        ["name"] = "web",
        ["host"] = new Dictionary<string, object?> { ["port"] = 80 },
    };

    [Fact]
    public void A_template_can_be_rendered_again_and_again()
    {
        var template = Template.Parse("{{ n = n + 1; n; array.cycle ['a', 'b'] }}", "t");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("2a", template.Render(new Dictionary<string, object?> { ["n"] = 1 }, new RenderOptions()).Text);
        }
    }

    [Fact]
    public void A_failed_rendering_has_no_text()
    {
        var result = Template.Parse("written {{ nope }}", "t").Render(new Dictionary<string, object?>(), new RenderOptions());
        Assert.Equal("", result.Text);
        Assert.Equal(new TemplateError("t", 11, 4, 1, 12, "The variable or function `nope` was not found."), Assert.Single(result.Errors));
    }

    [Fact]
    public void Syntax_errors_are_reported_without_rendering()
    {
        var template = Template.Parse("a\n  {{ x = }}", "t");
        Assert.Equal((11, 2, 2, 10), Assert.Single(template.Errors.Select(error => (error.Start, error.Length, error.Line, error.Column))));
        Assert.Equal(template.Errors, template.Render(new Dictionary<string, object?>(), new RenderOptions()).Errors);
    }
}
