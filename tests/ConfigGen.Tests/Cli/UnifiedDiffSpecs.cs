using System.Text;
using ConfigGen.Cli.Output;
using ConfigGen.Core.Report;

namespace ConfigGen.Tests.Cli;

public sealed class UnifiedDiffSpecs
{
    [Fact]
    public void Git_applies_any_change_of_any_text()
    {
        using var workspace = new Workspace();
        workspace.Git("init", "-q");
        var random = new Random(20261122);
        var files = Enumerable.Range(0, 150).Select(i => (Name: $"f{i}", Old: Text(random), New: Text(random))).ToList();
        var diff = new StringBuilder();
        foreach (var (name, old, @new) in files)
        {
            if (old is not null)
            {
                workspace.Write(name, old);
            }

            diff.Append(old == @new ? "" : UnifiedDiff.Render(name, Bytes(old), Bytes(@new), Ink.Plain));
        }

        workspace.Git(diff.ToString(), ["apply", "-"]);

        Assert.All(files, f => Assert.Equal(f.New, workspace.Has(f.Name) ? workspace.Read(f.Name) : null));
    }

    [Theory]
    [InlineData("with space.conf")]
    [InlineData("dev-disk-by\\x2dlabel.mount.d/60-web.conf")]
    [InlineData("quote\".conf")]
    [InlineData("ümlaut.conf")]
    public void Git_finds_files_with_unusual_names(string name)
    {
        using var workspace = new Workspace();
        workspace.Git("init", "-q");
        workspace.Write(name, "a = 1\n");

        workspace.Git(UnifiedDiff.Render(name, "a = 1\n"u8.ToArray(), "a = 2\n"u8.ToArray(), Ink.Plain), ["apply", "-"]);

        Assert.Equal("a = 2\n", workspace.Read(name));
    }

    [Fact]
    public void What_is_not_text_is_named_only() =>
        Assert.Equal(
            "diff --git a/x b/x\nBinary files a/x and b/x differ\n",
            UnifiedDiff.Render("x", [0xFF, 0x00], "a\n"u8.ToArray(), Ink.Plain));

    /// <summary>A few lines out of four, so that many are equal; now and then no file, an empty one, or no newline at the end.</summary>
    private static string? Text(Random random)
    {
        if (random.Next(8) == 0)
        {
            return null;
        }

        var lines = Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(4) switch { 0 => "a = 1", 1 => "", 2 => "# ключ", _ => "b = 2\r" });
        return string.Concat(lines.Select(l => l + "\n")) + (random.Next(4) == 0 ? "end" : "");
    }

    private static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);
}
