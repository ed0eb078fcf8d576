using System.Reflection;
using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;

namespace ConfigGen.Tests.Lint;

public sealed partial class RuleSetTests
{
    private static readonly Assembly Core = typeof(IRule).Assembly;

    [Fact]
    public void Every_rule_in_the_assembly_is_listed_once_in_order_of_code()
    {
        var types = Core.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IRule).IsAssignableFrom(t)).Select(t => t.Name);
        Assert.Equal(types.Order(StringComparer.Ordinal), RuleSet.All.Select(r => r.GetType().Name).Order(StringComparer.Ordinal));
        Assert.Equal(RuleSet.All.Select(r => r.Code.Id).Order(StringComparer.Ordinal), RuleSet.All.Select(r => r.Code.Id));
    }

    [Fact]
    public void Every_code_of_the_code_classes_is_listed()
    {
        var declared = Core.GetTypes()
            .Where(t => t.Name.EndsWith("Codes", StringComparison.Ordinal) && t != typeof(FindingCodes))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(FindingCode))
            .Select(f => ((FindingCode)f.GetValue(null)!).Id);
        Assert.Empty(declared.Except(FindingCodes.All.Select(c => c.Id), StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_and_names_are_unique_and_well_formed()
    {
        Assert.Equal(FindingCodes.All.Length, FindingCodes.All.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(FindingCodes.All.Length, FindingCodes.All.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(FindingCodes.All, c => Assert.Matches("^CG[0-9]{4}$", c.Id));
        Assert.All(FindingCodes.All, c => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", c.Name));
    }

    [Fact]
    public void Every_code_has_a_page_and_no_page_is_without_a_code()
    {
        var pages = Core.GetManifestResourceNames()
            .Where(n => PageName().IsMatch(n))
            .Select(n => n["pages/".Length..^".md".Length]);
        Assert.Equal(FindingCodes.All.Select(c => c.Id), pages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_title_summary_and_severity_of_its_code(string id)
    {
        var code = FindingCodes.Find(id)!;
        var lines = FindingCodes.Page(id)!.Split('\n');
        Assert.Equal($"# {code.Id} {code.Name}", lines[0]);
        Assert.Equal($"{code.Title}.", lines[2]);
        Assert.Equal($"Severity: {code.DefaultSeverity.ToString().ToLowerInvariant()}", lines[4]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_whether_its_code_can_be_ignored(string id)
    {
        var cannot = FindingCodes.Page(id)!.Contains("This finding cannot be ignored.", StringComparison.Ordinal);
        Assert.Equal(FindingCodes.Find(id)!.CanBeIgnored, !cannot);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Links_of_a_page_are_well_formed(string id)
    {
        foreach (Match link in Link().Matches(FindingCodes.Page(id)!))
        {
            var to = link.Groups["to"].Value;
            var isPage = PageLink().IsMatch(to) && FindingCodes.Find(to[..6]) is not null;
            Assert.True(isPage || (Uri.TryCreate(to, UriKind.Absolute, out var uri) && uri.Scheme == "https"), to);
        }
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_page_of_a_rule_has_every_section_and_a_source(string id)
    {
        var sections = Heading().Matches(FindingCodes.Page(id)!).Select(m => m.Groups["name"].Value);
        Assert.Equal(["Why", "Bad", "Good", "Ignore", "Sources"], sections);
        Assert.Contains("\n## Sources\n\n- ", FindingCodes.Page(id)!, StringComparison.Ordinal);
    }

    public static TheoryData<string> Ids() => [.. FindingCodes.All.Select(c => c.Id)];

    public static TheoryData<string> RuleIds() => [.. RuleSet.All.Select(r => r.Code.Id)];

    [GeneratedRegex("^pages/CG[0-9]{4}\\.md$", RegexOptions.NonBacktracking)]
    private static partial Regex PageName();

    [GeneratedRegex("^CG[0-9]{4}\\.md$", RegexOptions.NonBacktracking)]
    private static partial Regex PageLink();

    [GeneratedRegex("\\[[^\\]]+\\]\\((?<to>[^)]+)\\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("^## (?<name>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();
}
