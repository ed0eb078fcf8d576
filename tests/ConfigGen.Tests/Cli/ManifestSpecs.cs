using ConfigGen.Core.Plan;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Cli;

public sealed class ManifestSpecs
{
    // sha256sum of "a = 1\n".
    private const string Hash = "cb78bd8a17f7b751fe0d4663366dcbc257204033ef7ddd64b1f2969573b5b2e2";
    private const string Header = "# configgen manifest 1: files that are written and removed by configgen, do not edit\n";

    [Fact]
    public void What_is_rendered_is_read_back()
    {
        var manifest = new Manifest([new("a  b sha256:.conf", Hash, "0.1.0"), new("dev\\x2da.mount.d/60-web.conf", Hash, "1.2.3-beta.1")]);

        var read = Manifest.Read(new SourceText("m", manifest.Render()));

        Assert.Null(read.Problem);
        Assert.Equal(manifest.Entries, read.Manifest!.Entries);
    }

    [Fact]
    public void Converted_line_ends_and_another_order_are_read_too()
    {
        var read = Manifest.Read(new SourceText("m", Header.Replace("\n", "\r\n", StringComparison.Ordinal) + Line("b") + "\r\n" + Line("a") + "\r\n"));

        Assert.Equal(["a", "b"], read.Manifest!.Entries.Select(e => e.Path));
    }

    [Theory]
    [InlineData("", 1, "the first line of a manifest reads \"# configgen manifest 1: files that are written and removed by configgen, do not edit\"")]
    [InlineData(Header + "junk\n", 2, "a line of a manifest reads \"path  sha256:<64 hexadecimal digits>  configgen <version>\"")]
    [InlineData(Header + "a  sha256:" + Hash + "0  configgen 1\n", 2, "a line of a manifest reads \"path  sha256:<64 hexadecimal digits>  configgen <version>\"")]
    [InlineData(Header + "a  sha256:" + Hash + "  configgen 1\na  sha256:" + Hash + "  configgen 1\n", 3, "\"a\" is listed twice")]
    [InlineData(Header + "../a  sha256:" + Hash + "  configgen 1\n", 2, "\"../a\" is not a file below the output folder")]
    [InlineData(Header + "=======\n", 2, "a merge conflict is not resolved; resolve the spec, then run generate --force")]
    public void A_broken_line_is_named(string text, int line, string problem)
    {
        var read = Manifest.Read(new SourceText("m", text));

        Assert.Null(read.Manifest);
        Assert.Equal("CG6006", read.Problem!.Code.Id);
        Assert.Equal($"this manifest cannot be used: {problem}", read.Problem.Message);
        Assert.Equal(line, read.Problem.Span!.Start.Line);
    }

    [Theory]
    [InlineData("a = 1\n", Hash)]
    [InlineData("a = 1\r\n", Hash)]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void The_hash_is_that_of_the_content_with_lf(string content, string hash) =>
        Assert.Equal(hash, Manifest.HashOf(System.Text.Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("a\r\nb\n")]
    [InlineData("a\rb\r\n")]
    public void Mixed_line_ends_are_not_converted(string content) =>
        Assert.Equal(content, System.Text.Encoding.UTF8.GetString(LineEnds.ToLf(System.Text.Encoding.UTF8.GetBytes(content))));

    private static string Line(string path) => $"{path}  sha256:{Hash}  configgen 0.1.0";
}
