using System.Xml.Linq;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Report;

public sealed class JUnitReportTests
{
    private static readonly SourceText Text = new("web tier.yaml", "spec: v1\nsysctl:\n  a.b: 1\n");

    [Fact]
    public void A_file_is_a_suite_and_a_finding_a_failure()
    {
        var finding = Runs.At(Text, "a.b", "\"a.b\" <is> wrong & so on") with { Help = "write 2", Related = [new RelatedSpan(Text.Span(0, 4), "because of this")] };

        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="configgen" tests="1" failures="1" errors="0" skipped="0">
              <testsuite name="web tier.yaml" tests="1" failures="1" errors="0" skipped="0">
                <testcase classname="web tier.yaml" name="CG2999 a-name (3:3)" file="web tier.yaml" line="3">
                  <failure type="CG2999" message="&quot;a.b&quot; &lt;is&gt; wrong &amp; so on">web tier.yaml:3:3: error CG2999 &quot;a.b&quot; &lt;is&gt; wrong &amp; so on
            note: web tier.yaml:1:1: because of this
            help: write 2</failure>
                </testcase>
              </testsuite>
            </testsuites>

            """,
            JUnitReport.Render(Runs.Of(finding)));
    }

    [Fact]
    public void Clean_specs_pass_and_suites_are_sorted()
    {
        var run = new RunFindings([Finding.Of(Runs.Code, span: null, "m") with { Path = "m.yaml" }], [], ["z.yaml", "a.yaml", "m.yaml"], path => path);

        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="configgen" tests="3" failures="1" errors="0" skipped="0">
              <testsuite name="a.yaml" tests="1" failures="0" errors="0" skipped="0">
                <testcase classname="a.yaml" name="no findings" file="a.yaml"/>
              </testsuite>
              <testsuite name="m.yaml" tests="1" failures="1" errors="0" skipped="0">
                <testcase classname="m.yaml" name="CG2999 a-name" file="m.yaml">
                  <failure type="CG2999" message="m">error CG2999 m</failure>
                </testcase>
              </testsuite>
              <testsuite name="z.yaml" tests="1" failures="0" errors="0" skipped="0">
                <testcase classname="z.yaml" name="no findings" file="z.yaml"/>
              </testsuite>
            </testsuites>

            """,
            JUnitReport.Render(run));
    }

    [Theory]
    [InlineData(Severity.Error, Severity.Error, "failure")]
    [InlineData(Severity.Warning, Severity.Error, "system-out")]
    [InlineData(Severity.Warning, Severity.Warning, "failure")]
    [InlineData(Severity.Info, Severity.Warning, "system-out")]
    [InlineData(Severity.Info, Severity.Info, "failure")]
    public void What_fails_the_run_is_a_failure(Severity severity, Severity failOn, string element)
    {
        var run = Runs.Of(Finding.Of(Runs.Code, span: null, "m") with { Severity = severity }) with { FailOn = failOn };
        var suites = XDocument.Parse(JUnitReport.Render(run)).Root!;

        Assert.Equal(element, suites.Descendants("testcase").Single().Elements().Single().Name.LocalName);
        Assert.Equal(element == "failure" ? "1" : "0", suites.Attribute("failures")!.Value);
    }

    [Fact]
    public void What_is_accepted_is_skipped_with_the_reason()
    {
        var suites = XDocument.Parse(JUnitReport.Render(Runs.Accepting(Runs.At(Text, "a.b", "m"), "\"why\""))).Root!;

        Assert.Equal("\"why\"", suites.Descendants("skipped").Single().Attribute("message")!.Value);
        Assert.Equal("1", suites.Attribute("skipped")!.Value);
    }

    [Theory]
    [InlineData("a\0\u0001\u001f", "a␀␁␟")]
    [InlineData("\ufffe \uffff", "<U+FFFE> <U+FFFF>")]
    [InlineData("a\r\n\tb", "a␍␊␉b")]
    [InlineData("]]> 😀", "]]> 😀")]
    public void Characters_that_xml_forbids_are_named(string message, string shown)
    {
        var report = XDocument.Parse(JUnitReport.Render(Runs.Of(Finding.Of(Runs.Code, span: null, message) with { Path = message })));

        Assert.Equal(shown, report.Descendants("failure").Single().Attribute("message")!.Value);
        Assert.Equal(shown, report.Descendants("testsuite").Single().Attribute("name")!.Value);
        Assert.Equal($"error CG2999 {shown}", report.Descendants("failure").Single().Value);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_named() => Assert.Equal(
        "x<U+D800>",
        XDocument.Parse(JUnitReport.Render(Runs.Of(Finding.Of(Runs.Code, span: null, "x\ud800")))).Descendants("failure").Single().Attribute("message")!.Value);
}
