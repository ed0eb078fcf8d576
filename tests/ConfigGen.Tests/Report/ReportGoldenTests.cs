using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConfigGen.Cli;
using ConfigGen.Core.Report;

namespace ConfigGen.Tests.Report;

/// <summary>One run over two specs in every format, byte for byte.</summary>
public sealed class ReportGoldenTests
{
    private const string Command = "CONFIGGEN_UPDATE=1 dotnet test tests/ConfigGen.Tests --filter FullyQualifiedName~ReportGoldenTests";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("text", "report.txt")]
    [InlineData("json", "report.json")]
    [InlineData("sarif", "report.sarif")]
    [InlineData("github", "report.github.txt")]
    [InlineData("junit", "report.junit.xml")]
    [InlineData("markdown", "report.md")]
    public void The_report_is_the_committed_one(string format, string file)
    {
        using var workspace = ReportExample.Workspace();

        var result = workspace.Run("validate", "--format", format, "specs/clean.yaml", ReportExample.Path);

        Check(file, format == "sarif" ? WithoutPages(result.Out) : result.Out);
        Assert.Equal(1, result.Code);
        Assert.StartsWith(format == "json" ? "" : "2 specs: 3 errors, 1 info in 1 file\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_golden_file_is_left_over() => Assert.Equal(
        ["report.github.txt", "report.json", "report.junit.xml", "report.md", "report.sarif", "report.txt"],
        Directory.GetFiles(Folder()).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    /// <summary>Pages and version change often and are compared here instead.</summary>
    private static string WithoutPages(string sarif)
    {
        var log = JsonNode.Parse(sarif)!;
        Assert.Equal(sarif, log.ToJsonString(Layout) + "\n");
        var driver = log["runs"]![0]!["tool"]!["driver"]!;
        Assert.Equal(ToolVersion.Text, driver["version"]!.GetValue<string>());
        driver["version"] = "0.0.0";
        foreach (var rule in driver["rules"]!.AsArray())
        {
            var page = CodePages.Find(rule!["id"]!.GetValue<string>())!;
            Assert.StartsWith(page.Markdown[..60], rule["help"]!["markdown"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Equal(page.Why, rule["fullDescription"]!["text"]!.GetValue<string>());
            (rule["help"]!["markdown"], rule["help"]!["text"], rule["fullDescription"]!["text"]) = ("(page)", "(page)", "(why)");
        }

        return log.ToJsonString(Layout) + "\n";
    }

    private static void Check(string file, string actual)
    {
        var path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable("CONFIGGEN_UPDATE") == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CONFIGGEN_UPDATE is refused in CI: commit what a developer regenerated");
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == actual, $"{file} differs; if that is meant: {Command}\n--- reported\n{actual}");
    }

    private static string Folder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "Golden");
}
