using ConfigGen.Templating;

namespace ConfigGen.Tests.Templating;

public sealed class VariableListingTests
{
    [Theory]
    [InlineData("{{ a }} {{ b.c.d }} {{ a }}", "a b.c.d")]
    [InlineData("{{ for s in settings; s.key; for t in s.targets; t; end; end; s.x }}", "s.x settings settings[].key settings[].targets settings[].targets[]")]
    [InlineData("{{ x = y; x; x.z; capture c; end; c; func f; g; end; f }}", "g y")]
    [InlineData("{{ func f(p, q = d); p; q; r; end; p }}", "d p r")]
    [InlineData("{{ list | array.join sep; 'a' | string.upcase; empty; this.t; o['k']; o[i].v }}", "i list o.k o[].v sep t")]
    [InlineData("{{ with w; inner; end; $'{t}'; u ? v : n; x++; n += 1; date.now }}", "t u v w x")]
    [InlineData("{{ if x.a && !x.b; end; case k; when l; m; else; o; end; while w; end }}", "k l m o w x.a x.b")]
    public void Paths_that_a_template_reads(string template, string expected) =>
        Assert.Equal(expected, string.Join(' ', Template.Parse(template, "t").Variables().Select(use => use.Path)));

    [Fact]
    public void The_first_use_is_told() =>
        Assert.Equal(new VariableUse("a.b", 2, 5), Assert.Single(Template.Parse("x\n{{ (a.b) }}\n{{ a.b }}", "t").Variables()));
}
