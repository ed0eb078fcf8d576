using System.Diagnostics;
using System.Text;
using ConfigGen.Templating;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Templating;

/// <summary>Random, mutated and grammar-made templates: whatever the text, parsing and rendering end with output or errors and never throw.
/// The seeds are fixed, so that a failure comes again; it names the template.</summary>
public sealed class FuzzTests
{
    private static readonly int Rounds = FuzzRounds.Of(3000);

    private static readonly RenderOptions Tight = new()
    {
        StrictVariables = false,
        Include = name => name.Length < 40 ? "{{ include '" + name + "x' }}" : null,
        Limits = new RenderLimits { Steps = 5_000, LoopIterations = 200, OutputCharacters = 20_000, RegexTime = TimeSpan.FromMilliseconds(20), TotalTime = TimeSpan.FromSeconds(1) },
    };

    private static readonly Dictionary<string, object?> Model = new()
    {
        ["a"] = 1,
        ["b"] = new object?[] { 1, "two", null, new Dictionary<string, object?> { ["k"] = 2.5 } },
        ["o"] = new Dictionary<string, object?> { ["x"] = "y", ["n"] = null },
    };

    private static readonly string[] Fragments =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", " ", "\n", ";", "if", "else", "end", "for", "in", "while", "case", "when", "func", "ret", "do",
        "capture", "with", "break", "continue", "wrap", "import", "include", "this", "empty", "null", "true", "a", "b", "o", "$", "$0", "$x", "$$", "for.index",
        "1", "2.5", "0x1f", "1e9", "100000000000", "1m", "'s'", "\"t\\n\"", "`v`", "$\"i{", "}\"", "(", ")", "[", "]", "{", "}", ",", ":", ".", "?.", "..", "..<",
        "...", "+", "-", "*", "/", "//", "%", "<<", ">>", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "!", "??", "?!", "?", "|", "|>", "@", "^", "++", "--", "=",
        "+=", "-=", "#", "##", "\\", "\u00e9", "\ud800", "\0", "string", "array", "object", "math", "regex", "upcase", "split", "sort", "each", "map", "join",
        "eval", "replace", "match", "size", "keys", "round", "reversed", "limit", "offset", "tablerow", "cols", "abs", "to_json", "from_json", "format",
    ];

    private static void Survives(string text)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var template = Template.Parse(text, "fuzz");
            template.Variables();
            template.Inspect();
            var result = template.Render(Model, Tight);
            Assert.All(result.Errors, error => Assert.True(error.Line >= 1 && error.Column >= 1 && error.Message.Length > 0));
            Assert.True(result.Errors.IsEmpty || result.Text.Length == 0);
        }
        catch (Exception problem) when (problem is not Xunit.Sdk.IAssertionException)
        {
            Assert.Fail($"{problem.GetType().Name}: {problem.Message}\nfor the template:\n{text}\n{problem.StackTrace}");
        }

        Assert.True(clock.Elapsed < HangGuard.Limit, $"took {clock.Elapsed}:\n{text}");
    }

    [Fact]
    public void Random_fragments()
    {
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var text = new StringBuilder(random.Next(2) == 0 ? "{{ " : "");
            for (var count = random.Next(1, 40); count > 0; count--)
            {
                text.Append(Fragments[random.Next(Fragments.Length)]).Append(random.Next(3) == 0 ? " " : "");
            }

            Survives(text.Append(random.Next(2) == 0 ? " }}" : "").ToString());
        }
    }

    [Fact]
    public void Random_characters()
    {
        var random = new Random(2);
        for (var round = 0; round < Rounds; round++)
        {
            var text = new StringBuilder("{{");
            for (var count = random.Next(1, 60); count > 0; count--)
            {
                text.Append((char)(random.Next(20) == 0 ? random.Next(0, 0x10000) : random.Next(' ', 127)));
            }

            Survives(text.Append("}}").ToString());
        }
    }

    [Fact]
    public void Mutated_templates()
    {
        var random = new Random(3);
        for (var round = 0; round < Rounds; round++)
        {
            var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
            for (var count = random.Next(1, 6); count > 0 && text.Length > 0; count--)
            {
                Mutate(text, random);
            }

            Survives(text.ToString());
        }
    }

    private static void Mutate(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at));
                break;
            case 1:
                text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                break;
            case 2:
                text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 30), text.Length - at)));
                break;
            default:
                text[at] = (char)random.Next(' ', 127);
                break;
        }
    }

    private static readonly string[] Seeds =
    [
        "{{ for x in b }}{{ x }}{{ for.index }}{{ else }}none{{ end }}",
        "{{ func f(x, y = 2, z...) \n ret x + y + z.size \n end }}{{ f 1 }}{{ 1 | f 2 3 }}",
        "  {{ if a == 1 && o.x ?? 'd' }}\n  text {{ o.x | string.upcase }}\n  {{ else if b.size > 2 }}{{ case a; when 1, 2; 'w'; else; 'e'; end }}{{ end }}",
        "{{ c = {k: [1, 2, {d: 'e'}]}; c.k[2].d = $'x{1 + 2}y'; c | object.to_json }}{{ c }}",
        "{{ f = do; ret $0 * 2; end; [1, 2, 3] | array.each @f | array.join ', ' }}{{ while a < 3; a++; end }}",
        "{{ capture s }}x{{~ include 'part' ~}}y{{ end }}{{ s | regex.replace `x(\\w+)` '<$1>' | string.truncate 5 }}",
        "{{ with o; z = x; end; o.z }}{%{ raw {{ }%}{{ '1 + 2' | object.eval }}{{ 1..5 | array.reverse }}",
        "{{ tablerow p in (b | array.compact) cols: 2 limit: 3 }}{{ p }}{{ end }}{{ 10 // 3 }}{{ 'a' * 3 }}{{ -5 | math.abs }}",
    ];

    [Fact]
    public void Grammar_made_templates()
    {
        var random = new Random(4);
        for (var round = 0; round < Rounds; round++)
        {
            var text = new TemplateGrammar(random).Template();
            Assert.Empty(Template.Parse(text, "grammar").Errors.Select(error => $"{Rendering.Show(error)} in {text}"));
            Survives(text);
        }
    }
}
