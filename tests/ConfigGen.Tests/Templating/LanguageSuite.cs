using System.Text.RegularExpressions;
using ConfigGen.Templating;

namespace ConfigGen.Tests.Templating;

/// <summary>One case of the public conformance tests of the template language: X.txt is rendered, X.out.txt says what must come out.</summary>
public sealed record LanguageCase(string Name, string Input, string Expected)
{
    private static readonly Regex ErrorLine = new(@"^text\((?<line>\d+),(?<column>\d+)\) : error : ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The error positions that the case expects, or null where it expects output.</summary>
    public (int Line, int Column)? ExpectedError =>
        ErrorLine.Match(Expected) is { Success: true } match
            ? (int.Parse(match.Groups["line"].Value), int.Parse(match.Groups["column"].Value))
            : null;
}

/// <summary>Finds the cases, which are read in place and never copied, and renders them the way they are meant to be.</summary>
public static class LanguageSuite
{
    /// <summary>The language's own default, which the cases about it count on.</summary>
    private const int LoopLimit = 1000;

    public static string? Folder =>
        Environment.GetEnvironmentVariable("CONFIGGEN_SHARED") is { Length: > 0 } shared ? Path.Combine(shared, "scriban-language-tests") : null;

    public static IReadOnlyList<LanguageCase> Cases(string folder) =>
        Directory.EnumerateFiles(folder, "*.out.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new LanguageCase(
                Path.GetFileName(path)[..^".out.txt".Length],
                Read(path[..^".out.txt".Length] + ".txt"),
                Read(path)))
            .ToList();

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    public static RenderResult Render(LanguageCase test)
    {
        var options = new RenderOptions { StrictVariables = false, Limits = new RenderLimits { LoopIterations = LoopLimit } };
        return Template.Parse(Prelude(test) + test.Input, "text").Render(Model, options);
    }

    /// <summary>One case calls a function of its host, which a model cannot carry: the same function, written in the language.</summary>
    private static string Prelude(LanguageCase test) => test.Input.Contains("special_concat_strings", StringComparison.Ordinal)
        ? """{{ func special_concat_strings(a = "default_a", b = "default_b", c = "default_c"); "a: " + a + ", b: " + b + ", c: " + c; end }}"""
        : "";

    /// <summary>What the cases find as `product` and `products`.</summary>
    private static readonly Dictionary<string, object?> Model = new()
    {
        ["product"] = Product("Orange", "fruit"),
        ["products"] = new[]
        {
            Product("Orange", "fruit"), Product("Banana", "fruit"), Product("Apple", "fruit"), Product("Computer", "electronics"),
            Product("Mobile Phone", "electronics"), Product("Table", "furniture"), Product("Sofa", "furniture"),
        },
    };

    private static Dictionary<string, object?> Product(string title, string type) => new() { ["title"] = title, ["type"] = type };

    /// <summary>What differs from the expectation, or null where nothing does. Of errors the position counts, the wording is this engine's own.</summary>
    public static string? Difference(LanguageCase test, RenderResult result)
    {
        if (test.ExpectedError is not { } expected)
        {
            return !result.Errors.IsEmpty ? $"unexpected {Describe(result.Errors[0])}" : result.Text == test.Expected ? null : $"output:\n{result.Text}";
        }

        if (result.Errors.IsEmpty)
        {
            return $"no error, but output:\n{result.Text}";
        }

        var error = result.Errors[0];
        return (error.Line, error.Column) == expected ? null : $"error elsewhere: {Describe(error)} instead of {expected}";
    }

    private static string Describe(TemplateError error) => $"{error.Template}({error.Line},{error.Column}) : error : {error.Message}";
}
