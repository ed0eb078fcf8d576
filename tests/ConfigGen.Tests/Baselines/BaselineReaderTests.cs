using ConfigGen.Core.Baselines;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Baselines;

public sealed class BaselineReaderTests
{
    private const string Print = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("", "1:1 This is not a baseline: its first line is not '# configgen baseline v1'.")]
    [InlineData("# configgen baseline v2\n", "1:1 This is not a baseline: its first line is not '# configgen baseline v1'.")]
    [InlineData("# configgen baseline v1\n<<<<<<< main\n", "2:1 A line of a baseline is code, file, setting, fingerprint, places with tabs between them, and this has 1 of the 5.")]
    [InlineData($"# configgen baseline v1\nCG9999\ta\tb\t{Print}\t1\n", "2:1 There is no finding with the code 'CG9999'.")]
    [InlineData($"# configgen baseline v1\nCG0005\ta\tb\t{Print}\t1\n", "2:1 CG0005 (yaml-syntax) cannot be in a baseline: hiding it would let something unsafe or broken through.")]
    [InlineData($"# configgen baseline v1\nCG1001\ta\tb\t{Print}\t1\n", "2:1 CG1001 (wrong-type) cannot be in a baseline: hiding it would let something unsafe or broken through.")]
    [InlineData($"# configgen baseline v1\nCG6002\ta\tb\t{Print}\t1\n", "2:1 CG6002 (self-check) cannot be in a baseline: hiding it would let something unsafe or broken through.")]
    [InlineData("# configgen baseline v1\nCG2001\tweb.yaml\tb\t0123\t1\n", "2:19 '0123' is not a fingerprint: 32 hexadecimal digits in lower case.")]
    [InlineData($"# configgen baseline v1\nCG2001\ta\tb\t{Print}\t0\n", "2:45 '0' is not a number of places from 1 to 999999.")]
    [InlineData($"# configgen baseline v1\nCG2001\ta\tb\t{Print}\t-1\n", "2:45 '-1' is not a number of places from 1 to 999999.")]
    [InlineData($"# configgen baseline v1\nCG2001\ta\tb\t{Print}\t1\nCG2001\ta\tb\t{Print}\t1\n", "3:12 This fingerprint stands in an earlier line already.")]
    [InlineData($"# configgen baseline v1\r\nCG2001\ta\tb\t{Print}\t1\r\n", "")]
    [InlineData($"# configgen baseline v1\n\n# note\nCG2001\ta\tb\t{Print}\t999999", "")]
    public void A_line_that_cannot_be_used_is_told_at_its_place(string text, string findings) =>
        Assert.Equal(findings, string.Join('\n', BaselineReader.Read(new SourceText("known.txt", text)).Findings.Select(f => $"{f.Span!.Start.Line}:{f.Span.Start.Column} {f.Message}")));

    [Fact]
    public void What_is_written_is_read_again_and_written_the_same()
    {
        var text = $"{Baseline.Of([new("CG2001", "b.yaml", "x", Print, 2), new("CG3005", "a.yaml", "n.service Service.MemoryLimit", Print.Replace('0', 'f'), 1)]).Render()}";

        var (read, findings) = BaselineReader.Read(new SourceText("known.txt", text));

        Assert.Empty(findings);
        Assert.Equal(text, read.Render());
        Assert.Equal(["a.yaml", "b.yaml"], text.Split('\n')[3..^1].Select(l => l.Split('\t')[1]));
    }
}
