namespace ConfigGen.Tests.Templating;

/// <summary>Runs the public conformance tests of the template language.</summary>
public sealed class LanguageSuiteTests(ITestOutputHelper output)
{
    /// <summary>What this engine does otherwise, with the reason. Every one must be an error of the engine, never other output,
    /// and one that begins to pass must leave this list.</summary>
    private static readonly Dictionary<string, string> Deviations = new()
    {
        ["105-assign-readonly-no-error2"] = NoReadonly,
        ["130-indexer-accessor-error3"] = NoReadonly,
        ["131-member-accessor-error3"] = NoReadonly,
        ["240-import-statement"] = "`import` is left out: it hides where a name comes from, which `pack lint` must be able to say.",
        ["330-wrap-statement-noparams"] = NoWrap,
        ["330-wrap-statement"] = NoWrap,
        ["331-wrap-error2"] = NoWrap,
        ["470-html"] = "`html` is left out: the packs write configuration files.",
    };

    /// <summary>The same for cases that the public suite has and the shared folder need not have.</summary>
    private static readonly Dictionary<string, string> FurtherDeviations = new()
    {
        ["105-assign-readonly-error1"] = NoReadonly,
        ["121-array-binary(scientific)"] = "The scientific mode is a language of its own; a template cannot ask for it.",
        ["190-func-call-params-arguments"] = "It calls functions of its host that take any number of arguments; a model carries no functions.",
        ["241-import-and-readonly"] = NoReadonly,
        ["331-wrap-error1"] = NoWrap,
        ["400-builtins"] = "It lists all built-in functions, those of `date`, `timespan` and `html` among them, which are left out.",
        ["440-date"] = "`date` is left out: a template sees no clock.",
    };

    private const string NoReadonly = "`readonly` is left out: a pack owns all of its variables.";
    private const string NoWrap = "`wrap` and `$$` are left out: a function that takes a `do ... end` block does the same.";

    [Fact]
    public void Every_public_case_passes_or_is_a_listed_deviation()
    {
        if (LanguageSuite.Folder is not { } folder || !Directory.Exists(folder))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CONFIGGEN_SHARED must name the folder with scriban-language-tests.");
            Assert.Skip("CONFIGGEN_SHARED does not name a folder with scriban-language-tests.");
            return;
        }

        var problems = new List<string>();
        var cases = LanguageSuite.Cases(folder);
        foreach (var test in cases)
        {
            Judge(test, problems);
        }

        var deviating = cases.Count(IsDeviation);
        output.WriteLine($"{cases.Count} cases: {cases.Count - deviating - problems.Count} pass, {deviating} listed deviations, {problems.Count} problems.");
        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
        Assert.Empty(Deviations.Keys.Except(cases.Select(test => test.Name)));
    }

    private static bool IsDeviation(LanguageCase test) => Deviations.ContainsKey(test.Name) || FurtherDeviations.ContainsKey(test.Name);

    private static void Judge(LanguageCase test, List<string> problems)
    {
        var result = LanguageSuite.Render(test);
        var difference = LanguageSuite.Difference(test, result);
        if (!IsDeviation(test))
        {
            if (difference is not null)
            {
                problems.Add($"{test.Name}: {difference}");
            }
        }
        else if (difference is null)
        {
            problems.Add($"{test.Name} passes now: remove it from the deviations.");
        }
        else if (result.Errors.IsEmpty)
        {
            problems.Add($"{test.Name} deviates with other output, which a deviation must not: {difference}");
        }
    }
}
