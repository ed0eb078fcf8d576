using System.Text.Json;
using ConfigGen.JsonSchema;

namespace ConfigGen.Tests.JsonSchema;

/// <summary>
/// Runs the public JSON Schema test suite, which is read in place. What is known to deviate is listed with its reason, and a deviation
/// that has gone must be taken off the list.
/// </summary>
public sealed class JsonSchemaSuiteTests(ITestOutputHelper output)
{
    private const string RemoteBase = "http://localhost:1234/";

    /// <summary>"file: group" or "file: group: test" → the reason.</summary>
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
        ["ref.json: remote ref, containing refs itself"] = "the official metaschema is not carried, and nothing is fetched",
        ["defs.json: validate definition against metaschema"] = "the official metaschema is not carried, and nothing is fetched",
        ["optional/cross-draft.json: refs to historic drafts are processed as historic drafts"] = "only 2020-12 is implemented",
        ["optional/format-assertion.json: schema that uses custom metaschema with format-assertion: false"] = "format is an annotation",
        ["optional/format-assertion.json: schema that uses custom metaschema with format-assertion: true"] = "format is an annotation",
    };

    [Fact]
    public void Every_test_of_the_suite_passes_but_for_the_listed_deviations()
    {
        string suite = Suite();
        var outcomes = SuiteFiles(suite).SelectMany(file => Run(suite, file)).ToList();
        output.WriteLine($"{outcomes.Count(o => o.Passed)} of {outcomes.Count} tests pass; {Deviations.Count} deviations are listed.");

        string[] unexpected = [.. outcomes.Where(o => !o.Passed && !IsListed(o)).Select(o => $"{o.Group}: {o.Test}: {o.Detail}")];
        string[] gone = [.. Deviations.Keys.Where(d => outcomes.Exists(o => Covers(d, o)) && !outcomes.Exists(o => Covers(d, o) && !o.Passed))];

        Assert.Empty(unexpected);
        Assert.Empty(gone);
        Assert.True(outcomes.Count >= 1200, $"only {outcomes.Count} tests were found");
    }

    [Fact]
    public void A_damaged_suite_neither_throws_nor_hangs()
    {
        string suite = Suite();
        var options = new JsonSchemaOptions { Resolve = uri => Remote(suite, uri), MaxSteps = 50_000 };
        int answered = 0;
        foreach (string file in SuiteFiles(suite))
        {
            var random = new RandomJson(seed: file.Length);
            foreach (var group in Read(file).EnumerateArray())
            {
                var schema = Damaged(random, group.GetProperty("schema"));
                var document = schema is null ? null : JsonSchemaDocument.Compile(schema.Value, options).Schema;
                foreach (var test in group.GetProperty("tests").EnumerateArray())
                {
                    document?.Validate(Damaged(random, test.GetProperty("data")) ?? test.GetProperty("data"));
                    answered += document is null ? 0 : 1;
                }
            }
        }
        output.WriteLine($"{answered} instances were validated.");
        Assert.True(answered > 100, $"only {answered} instances were validated");
    }

    private static JsonElement? Damaged(RandomJson random, JsonElement element)
    {
        try
        {
            return JsonDocument.Parse(random.Mutate(element.GetRawText())).RootElement;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // Not JSON any more, or not even text: half a surrogate pair is left.
            return null;
        }
    }

    private static bool IsListed(Outcome outcome) => Deviations.Keys.Any(d => Covers(d, outcome));

    private static bool Covers(string deviation, Outcome outcome) =>
        string.Equals(deviation, outcome.Group, StringComparison.Ordinal) ||
        string.Equals(deviation, $"{outcome.Group}: {outcome.Test}", StringComparison.Ordinal);

    private static IEnumerable<string> SuiteFiles(string suite) =>
        Directory.EnumerateFiles(Path.Combine(suite, "tests", "draft2020-12"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static IEnumerable<Outcome> Run(string suite, string file)
    {
        string name = Path.GetRelativePath(Path.Combine(suite, "tests", "draft2020-12"), file).Replace('\\', '/');
        var options = new JsonSchemaOptions { Resolve = uri => Remote(suite, uri) };
        foreach (var group in Read(file).EnumerateArray())
        {
            string title = $"{name}: {group.GetProperty("description").GetString()}";
            var compiled = JsonSchemaDocument.Compile(group.GetProperty("schema"), options);
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                yield return Run(title, compiled, test);
            }
        }
    }

    private static Outcome Run(string group, JsonSchemaCompilation compiled, JsonElement test)
    {
        string title = test.GetProperty("description").GetString()!;
        if (compiled.Schema is null)
        {
            return new(group, title, false, string.Join("; ", compiled.Problems));
        }
        var violations = compiled.Schema.Validate(test.GetProperty("data"));
        return new(group, title, violations.IsEmpty == test.GetProperty("valid").GetBoolean(), string.Join("; ", violations));
    }

    private static JsonElement? Remote(string suite, Uri uri)
    {
        string path = Path.Combine(suite, "remotes", uri.AbsolutePath.TrimStart('/'));
        return uri.AbsoluteUri.StartsWith(RemoteBase, StringComparison.Ordinal) && File.Exists(path) ? Read(path) : null;
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;

    private static string Suite()
    {
        string? shared = Environment.GetEnvironmentVariable("CONFIGGEN_SHARED");
        string? suite = shared is null ? null : Path.Combine(shared, "json-schema-test-suite");
        bool found = Directory.Exists(suite);
        bool mustRun = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal);
        Assert.True(found || !mustRun, "CI must set CONFIGGEN_SHARED to the folder that holds json-schema-test-suite.");
        Assert.SkipUnless(found, "CONFIGGEN_SHARED does not name a folder that holds json-schema-test-suite.");
        return suite!;
    }

    private sealed record Outcome(string Group, string Test, bool Passed, string Detail);
}
