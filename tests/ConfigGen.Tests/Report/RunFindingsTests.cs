using ConfigGen.Core.Lint;
using ConfigGen.Core.Report;
using ConfigGen.Core.Report.Sarif;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Report;

public sealed class RunFindingsTests
{
    private static readonly SourceText Layer = new("base.yaml", "spec: v1\nlayer: true\nsysctl:\n  a.b: 1\n");

    [Fact]
    public void What_several_specs_come_across_in_a_shared_layer_is_there_once()
    {
        var again = new SourceText(Layer.Path, Layer.Text);

        Assert.Equal(["m", "n"], Runs.Of(Runs.At(Layer, "a.b", "n"), Runs.At(Layer, "a.b", "m"), Runs.At(again, "a.b", "m")).Findings.Select(f => f.Message));
    }

    [Fact]
    public void What_one_spec_accepts_and_another_does_not_is_reported()
    {
        var (a, b) = (Runs.At(Layer, "a.b", "m"), Runs.At(Layer, "spec", "n"));
        var entry = new IgnoreEntry(new Located<string>("CG2999", Layer.Span(0, 1)), Setting: null, "why", Until: null, Layer.Span(0, 1), Inherited: false);

        var run = new RunFindings([a], [new AcceptedFinding(b, entry), new AcceptedFinding(a, entry), new AcceptedFinding(b, entry)], [], path => path);

        Assert.Equal([a], run.Findings);
        Assert.Equal(["n"], run.Accepted.Select(x => x.Finding.Message));
    }

    [Fact]
    public void Any_order_gives_the_same_bytes()
    {
        var findings = Enumerable.Range(0, 30).Select(i => Runs.At(new SourceText($"s{i % 5}.yaml", Layer.Text), i % 2 == 0 ? "a.b" : "spec", $"m{i % 7}")).ToArray();
        string[] specs = ["s0.yaml", "s1.yaml", "s2.yaml", "s3.yaml", "s4.yaml"];
        string All()
        {
            var run = new RunFindings(findings, [], specs, path => path);
            return SarifReport.Render(run) + GitHubReport.Render(run) + JUnitReport.Render(run) + MarkdownReport.Render(run);
        }

        var expected = All();
        var random = new Random(7);
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(findings);
            random.Shuffle(specs);
            Assert.Equal(expected, All());
        }
    }

    [Fact]
    public void A_finding_that_the_spec_accepts_is_kept_apart_with_its_entry()
    {
        var spec = Specs.On("{platform: debian-12}", "sysctl:\n  net.ipv4.tcp_tw_reuse: 1\nignore:\n  - {rule: CG2103, reason: as agreed}\n");

        var compilation = Specs.Compile(spec);

        Assert.Equal("", Specs.Lines(compilation));
        var accepted = Assert.Single(compilation.Accepted);
        Assert.Equal(("CG2103", "net.ipv4.tcp_tw_reuse", "as agreed", 7), (accepted.Finding.Code.Id, accepted.Finding.Setting, accepted.Entry.Reason, accepted.Entry.Span.Start.Line));
    }
}
