using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Lint;

/// <summary>Compiles the examples of pages, and any other spec, from memory.</summary>
internal static class PageSpecs
{
    private const string SpecPath = "spec.yaml";

    /// <summary>The YAML under a heading ("Bad", "Good") of a page; null when the page has no such block.</summary>
    public static string? Example(string id, string heading)
    {
        var page = FindingCodes.Page(id)!;
        var start = $"\n## {heading}\n\n```yaml\n";
        var at = page.IndexOf(start, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var body = page[(at + start.Length)..];
        return body[..(body.IndexOf("\n```", StringComparison.Ordinal) + 1)];
    }

    public static Compilation Compile(string yaml) =>
        Compiler.Compile(new CompileRequest(SpecPath, new MemoryLoader(yaml), new DateOnly(2026, 1, 1), SpecPath));

    /// <summary>"code setting" for every finding, sorted.</summary>
    public static string[] Verdicts(IEnumerable<Finding> findings) =>
        [.. findings.Select(f => $"{f.Code.Id} {f.Setting}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private sealed class MemoryLoader(string yaml) : ISourceLoader
    {
        public SourceLoad Load(string path) => string.Equals(path, SpecPath, StringComparison.Ordinal)
            ? new SourceLoad(new SourceText(path, yaml), null)
            : new SourceLoad(null, new SourceProblem(InputCodes.NotFound, $"{path} does not exist.", null));
    }
}
