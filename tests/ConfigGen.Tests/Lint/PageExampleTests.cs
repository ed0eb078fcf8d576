using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;

namespace ConfigGen.Tests.Lint;

public sealed class PageExampleTests
{
    [Theory]
    [MemberData(nameof(WithExample), "Bad")]
    public void The_bad_example_of_a_page_gets_its_finding(string id)
    {
        var found = PageSpecs.Compile(PageSpecs.Example(id, "Bad")!).Findings;
        Assert.Contains(id, found.Select(f => f.Code.Id));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_finding_of_a_rule_stands_in_the_line_of_its_setting(string id)
    {
        var yaml = PageSpecs.Example(id, "Bad")!;
        foreach (var finding in PageSpecs.Compile(yaml).Findings.Where(f => f.Code.Id == id))
        {
            var line = finding.Span!.Source.LineAt(finding.Span.Start.Line);
            // "nginx.service Service.LimitNOFILE" stands in the line of the directive, or of the section.
            var name = finding.Setting!.Contains(' ', StringComparison.Ordinal) ? finding.Setting!.Split(' ', '.')[^1] : finding.Setting!;
            Assert.True(line.Contains(name, StringComparison.Ordinal) || line.StartsWith("keepalive:", StringComparison.Ordinal), line);
        }
    }

    [Theory]
    [MemberData(nameof(WithExample), "Good")]
    public void The_good_example_of_a_page_is_free_of_its_finding(string id) =>
        Assert.DoesNotContain(id, PageSpecs.Compile(PageSpecs.Example(id, "Good")!).Findings.Select(f => f.Code.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_good_example_of_a_rule_gets_no_warning_at_all(string id) =>
        Assert.Empty(PageSpecs.Compile(PageSpecs.Example(id, "Good")!).Findings
            .Where(f => f.Severity >= Severity.Warning)
            .Select(f => $"{f.Code.Id} {f.Message}"));

    public static TheoryData<string> Rules() => [.. RuleSet.All.Select(r => r.Code.Id)];

    public static TheoryData<string> WithExample(string heading) =>
        [.. FindingCodes.All.Select(c => c.Id).Where(id => PageSpecs.Example(id, heading) is not null)];
}
