using ConfigGen.Core.Compile;

namespace ConfigGen.Tests.Cli;

/// <summary>No report repeats a password that stands in a file.</summary>
public sealed class SecretSpecs : IDisposable
{
    private const string Secret = "hunter2-x-horse";

    private readonly Workspace _workspace = new() { Compile = Compiler.Compile };

    public SecretSpecs()
    {
        _workspace.Write("app.service", $"[Service]\nExecStart=/usr/bin/app\nMemoryLimit=1G\nEnvironment=\"DB_PASSWORD={Secret} battery\" \"URL=https://me:{Secret}@host/\"\nEnvironmnt=API_KEY={Secret}\nTOKEN={Secret}\n");
        _workspace.Write(
            "web.yaml",
            $"spec: v1\nname: web\ntargets: [{{platform: debian-12}}]\nunits:\n  app.service:\n    Service:\n      MemoryLimit: 1G\n      Environment: DB_PASSWORD={Secret}\n      PIDFile: DB_PASSWORD={Secret}\nignore:\n  - {{rule: CG3026, reason: \"TOKEN={Secret}\"}}\n");
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("junit")]
    [InlineData("markdown")]
    public void No_format_shows_it(string format)
    {
        foreach (var result in new[] { _workspace.Run("lint", "--format", format, "--target", "debian-12", "app.service"), _workspace.Run("validate", "--format", format, "web.yaml") })
        {
            Assert.Contains("MemoryLimit", result.Out, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, result.Out + result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("battery", result.Out + result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_line_is_shown_with_the_secret_made_unreadable()
    {
        var result = _workspace.Run("lint", "--target", "debian-12", "app.service");
        Assert.Contains("   4 | Environment=\"DB_PASSWORD=***********************\" \"URL=https://me:***************@host/\"\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint", "app.service")]
    [InlineData("validate", "web.yaml")]
    public void A_diff_masks_it_and_says_so(string command, string file)
    {
        var result = _workspace.Run(command == "lint" ? ["lint", "--fix", "--diff", "--target", "debian-12", file] : ["validate", "--fix", "--diff", file]);
        Assert.Contains("MemoryMax", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.Out + result.Error, StringComparison.Ordinal);
        Assert.Contains($"{file}: passwords and keys near the changes are not shown, so that git refuses this diff; --fix without --diff changes the file\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_leaves_it_as_it_is()
    {
        var before = _workspace.Read("app.service");
        _workspace.Run("lint", "--fix", "--target", "debian-12", "app.service");
        Assert.Equal(before.Replace("MemoryLimit", "MemoryMax", StringComparison.Ordinal), _workspace.Read("app.service"));
    }
}
