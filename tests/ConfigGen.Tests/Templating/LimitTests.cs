using System.Diagnostics;
using ConfigGen.Templating;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Templating;

/// <summary>Hostile templates end with an error, quickly and without taking much memory.</summary>
public sealed class LimitTests
{
    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string> TooDeep() =>
    [
        "{{ " + Repeat("(", 10_000) + "1" + Repeat(")", 10_000) + " }}",
        "{{ " + Repeat("[", 10_000) + Repeat("]", 10_000) + " }}",
        "{{ " + Repeat("{a:", 10_000) + "1" + Repeat("}", 10_000) + " }}",
        "{{ x = " + Repeat("!", 10_000) + "1 }}",
        "{{ x = " + Repeat("-", 9_999) + " 1 }}",
        "{{ x = " + Repeat("@", 10_000) + "1 }}",
        "{{ x = " + Repeat("1 + ", 10_000) + "1 }}",
        "{{ x = 1" + Repeat(" | string.size", 10_000) + " }}",
        "{{ x = this" + Repeat(".this", 10_000) + " }}",
        "{{ x = this" + Repeat("[this", 10_000) + " }}",
        "{{ x = " + Repeat("true ? 1 : ", 10_000) + "1 }}",
        "{{ x = " + Repeat("string.size(", 10_000) + " }}",
        "{{ x = " + Repeat("$'{", 10_000) + " }}",
        "{{ " + Repeat("x = ", 10_000) + "1 }}",
        Repeat("{{ if true }}", 10_000) + Repeat("{{ end }}", 10_000),
        "{{ if false }}" + Repeat("{{ else if false }}", 10_000) + "{{ end }}",
        Repeat("{{ for x in [1] }}", 10_000) + Repeat("{{ end }}", 10_000),
        Repeat("{{ capture x }}", 10_000) + Repeat("{{ end }}", 10_000),
        Repeat("{{ func f }}", 10_000),
        "{{ " + Repeat("f do; ", 10_000) + Repeat("end; ", 10_000) + " }}",
    ];

    [Theory]
    [MemberData(nameof(TooDeep))]
    public void Nesting_of_ten_thousand_levels_is_a_syntax_error(string template)
    {
        var clock = Stopwatch.StartNew();
        var parsed = Template.Parse(template, "deep");
        Assert.NotEmpty(parsed.Errors);
        parsed.Variables();
        Assert.True(clock.Elapsed < HangGuard.Limit, $"took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("{{ for i in 1..2000000000; end }}", "Range expression exceeds LoopLimit `100000`.")]
    [InlineData("{{ x = -9223372036854775807..9223372036854775807 }}", "Range expression exceeds LoopLimit `100000`.")]
    [InlineData("{{ while true; end }}", "Exceeding number of iteration limit `100000` for loop statement.")]
    [InlineData("{{ for i in 1..100000; for j in 1..100000; end; end }}", "The template takes more than 2000000 steps.")]
    [InlineData("{{ x = 'x'; for i in 1..100; x = x + x; end }}", "The text would be longer than 4194304 characters.")]
    [InlineData("{{ x = 'x' * 2000000000 }}", "The text would be longer than 4194304 characters.")]
    [InlineData("{{ x = [1] * 2000000000 }}", "The array would have more than 100000 items.")]
    [InlineData("{{ x = [1]; for i in 1..100; x = x + x; end }}", "The array would have more than 100000 items.")]
    [InlineData("{{ x = []; x[2000000000] = 1 }}", "The array would have more than 100000 items.")]
    [InlineData("{{ x = [] | array.insert_at 2000000000 1 }}", "The array would have more than 100000 items.")]
    [InlineData("{{ x = 'x' | string.pad_left 2000000000 }}", "The text would be longer than 4194304 characters.")]
    [InlineData("{{ a = 'x' * 2000; x = a | string.replace 'x' a }}", null)]
    [InlineData("{{ a = 'x' * 3000; x = a | string.replace 'x' a }}", "The text would be longer than 4194304 characters.")]
    [InlineData("{{ a = 'x' * 3000; x = a | regex.replace 'x' a }}", "The text would be longer than 4194304 characters.")]
    [InlineData("{{ for i in 1..100000; 'x' * 100; end }}", "The text would be longer than 4194304 characters.")]
    [InlineData("{{ a = 'x' * 4000000; for i in 1..100; b = a + i; end }}", "The template makes too many long texts or arrays.")]
    [InlineData("{{ a = 1..100000 | array.add 1 }}", "The array would have more than 100000 items.")]
    [InlineData("{{ a = 1..90000; for i in 1..1000; b = a | array.reverse; end }}", "The template takes more than 2000000 steps.")]
    [InlineData("{{ x = 3; for i in 1..100; x = x * x; end }}", "The number is too large.")]
    [InlineData("{{ x = 1; for i in 1..1000; x = x << 1000; end }}", "The number is too large.")]
    [InlineData("{{ x = 1e2000 }}", "`1e2000` is not a number this engine can represent.")]
    [InlineData("{{ func f; f; end; f }}", "Exceeding number of recursive depth limit `100` for functions and includes.")]
    [InlineData("{{ func f; [1] | array.each @f; end; f }}", "Exceeding number of recursive depth limit `100` for functions and includes.")]
    [InlineData("{{ x = []; x[0] = x; x }}", "The value is nested more than 20 levels deep and cannot be written.")]
    [InlineData("{{ x = []; x[0] = x; y = []; y[0] = y; x == y }}", "The template is nested too deep here.")]
    [InlineData("{{ x = []; x[0] = x; x | object.to_json }}", "`object.to_json` writes at most 20 levels and 4194304 bytes.")]
    [InlineData("{{ x = [1,2,3,4,5,6,7,8,9]; for i in 1..9; x = [x,x,x,x,x,x,x,x,x]; end; x }}", "The text would be longer than 4194304 characters.")]
    [InlineData("{{ x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '^(a+)+$' }}", "`regex.match` takes longer than 500 ms to match.")]
    [InlineData("{{ x = 'a' * 4000000 | regex.split '' }}", "The array would have more than 100000 items.")]
    [InlineData("{{ x = 'a' * 4000000 | regex.matches 'a' }}", "The array would have more than 100000 items.")]
    [InlineData("{{ x = 'ab' * 2000000 | string.split 'b' }}", "The array would have more than 100000 items.")]
    [InlineData("{{ a = 'a' * 4000000; for i in 1..100000; x = a | string.upcase; end }}", "The template makes too many long texts or arrays.")]
    [InlineData("{{ '1 + ' * 1000000 | object.eval }}", "`object.eval` takes at most 65536 characters.")]
    [InlineData("{{ s = '1'; for i in 1..200; s = '(' + s + ')'; end; s | object.eval }}", "The template is nested more than 200 levels deep here.")]
    [InlineData("{{ s = \"s | object.eval\"; s | object.eval }}", "Exceeding number of recursive depth limit `100` for functions and includes.")]
    public void A_limit_that_is_reached_is_an_error(string template, string? message)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        // A busy machine must not make the limit on time the first that is reached.
        var options = new RenderOptions { Limits = new RenderLimits { TotalTime = HangGuard.Limit } };
        var result = Template.Parse(template, "limit").Render(new Dictionary<string, object?>(), options);
        Assert.Equal(message, result.Errors.IsEmpty ? null : result.Errors[0].Message);
        Assert.True(clock.Elapsed < HangGuard.Limit, $"took {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 800_000_000, $"allocated {GC.GetAllocatedBytesForCurrentThread() - before}");
    }

    [Theory]
    [InlineData("{{ x }}")]
    [InlineData("{{ 'x' }} ")]
    [InlineData("{{ $'{1}' }}")]
    [InlineData("{{ x = x }}")]
    [InlineData("{{ if x }}{{ end }}")]
    [InlineData("{%{ x }%}a")]
    public void A_template_of_many_tokens_is_refused(string part)
    {
        var clock = Stopwatch.StartNew();
        var error = Assert.Single(Template.Parse(Repeat(part, 200_000), "large").Errors);
        Assert.Equal("The template is too large: it has more than 250000 tokens.", error.Message);
        Assert.True(clock.Elapsed < HangGuard.Limit, $"took {clock.Elapsed}");
    }

    [Fact]
    public void Includes_that_include_themselves_end()
    {
        var options = new RenderOptions { Include = _ => "{{ include 'self' }}" };
        Assert.Equal("error(1,4): Exceeding number of recursive depth limit `100` for functions and includes.", "{{ include 'self' }}".Render(options: options));
    }

    [Fact]
    public void Time_runs_out()
    {
        var options = new RenderOptions { Limits = new RenderLimits { TotalTime = TimeSpan.FromMilliseconds(20), Steps = long.MaxValue, LoopIterations = int.MaxValue } };
        Assert.Equal("The template takes longer than 0.02 s.", "{{ while true; end }}".Render(options: options)[^38..]);
    }

    [Fact]
    public void Limits_can_be_chosen()
    {
        static string With(RenderLimits limits, string template) => template.Render(options: new RenderOptions { Limits = limits });
        Assert.Equal("error(1,14): Range expression exceeds LoopLimit `3`.", With(new() { LoopIterations = 3 }, "{{ for i in 1..4; end }}"));
        Assert.Equal("123", With(new() { LoopIterations = 3 }, "{{ for i in 1..3; i; end }}"));
        Assert.Equal("error(1,4): The text would be longer than 2 characters.", With(new() { OutputCharacters = 2 }, "{{ 123 }}"));
        Assert.StartsWith("error(1,", With(new() { Steps = 2 }, "{{ 1 + 2 + 3 }}"), StringComparison.Ordinal);
    }
}
