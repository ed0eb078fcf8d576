using System.Text.RegularExpressions;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Guards;

/// <summary>One way through the code: a stage uses what stands before it, never what comes after.</summary>
public sealed partial class DependencyTests
{
    private static readonly string[] Stages =
        ["Text", "Findings", "Fixes", "Yaml", "Schema", "Catalog", "Spec", "Lint", "Baselines", "Plan", "Render", "Config", "Raw", "Engines", "Compile", "Import", "Capture", "Verify", "Compare", "Report"];

    [Fact]
    public void Every_folder_of_the_core_is_a_stage() =>
        Assert.Equal(
            Stages.Order(StringComparer.Ordinal),
            Directory.GetDirectories(RepositoryRoot.File("src", "ConfigGen.Core")).Select(Path.GetFileName).Except(["bin", "obj"]).Order(StringComparer.Ordinal));

    [Fact]
    public void A_stage_uses_only_stages_before_it()
    {
        var backwards =
            from stage in Stages
            from file in Directory.EnumerateFiles(RepositoryRoot.File("src", "ConfigGen.Core", stage), "*.cs", SearchOption.AllDirectories)
            from Match use in CoreNamespace().Matches(File.ReadAllText(file))
            let used = use.Groups["stage"].Value
            where Array.IndexOf(Stages, used) > Array.IndexOf(Stages, stage)
            select $"{Path.GetFileName(file)} of {stage} uses {used}";

        Assert.Empty(backwards);
    }

    [Theory]
    [InlineData("ConfigGen.Templating", "")]
    [InlineData("ConfigGen.JsonSchema", "")]
    [InlineData("ConfigGen.Core", "ConfigGen.JsonSchema ConfigGen.Templating")]
    [InlineData("configgen", "ConfigGen.Core")]
    public void An_assembly_refers_only_to_what_it_may(string assembly, string allowed) =>
        Assert.Empty(System.Reflection.Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => name.StartsWith("ConfigGen", StringComparison.Ordinal))
            .Except(allowed.Split(' ')));

    [Fact]
    public void Only_the_adapters_name_an_engine() =>
        Assert.Empty(
            from file in Directory.EnumerateFiles(RepositoryRoot.File("src", "ConfigGen.Core"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("Engines", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)
            where EngineNamespace().IsMatch(File.ReadAllText(file))
            select Path.GetFileName(file));

    [GeneratedRegex(@"^using (static |\w+ = )?ConfigGen\.Core\.(?<stage>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CoreNamespace();

    [GeneratedRegex(@"ConfigGen\.(Templating|JsonSchema)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EngineNamespace();
}
