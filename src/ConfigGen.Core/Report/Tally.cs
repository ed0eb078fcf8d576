using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Report;

/// <summary>How many findings of which severity, in how many files.</summary>
public sealed record Tally(int Errors, int Warnings, int Infos, int Files)
{
    /// <summary>Counts.</summary>
    public static Tally Of(IReadOnlyCollection<Finding> findings) => new(
        findings.Count(f => f.Severity == Severity.Error),
        findings.Count(f => f.Severity == Severity.Warning),
        findings.Count(f => f.Severity == Severity.Info),
        findings.Select(f => f.Span?.Source.Path ?? f.Path).Where(p => p is not null).Distinct(StringComparer.Ordinal).Count());

    /// <summary>One line: "2 errors, 3 warnings in 1 file", or "no findings".</summary>
    public override string ToString()
    {
        var counts = new[] { Count(Errors, "error"), Count(Warnings, "warning"), Count(Infos, "info") }.Where(c => c.Length > 0).ToArray();
        return counts.Length == 0 ? "no findings" : string.Join(", ", counts) + (Files > 0 ? $" in {Count(Files, "file")}" : "");
    }

    /// <summary>"1 file", "2 files", and nothing for none. "info" has no plural.</summary>
    private static string Count(int count, string noun) => count switch
    {
        0 => "",
        1 => $"1 {noun}",
        _ => noun == "info" ? $"{count} info" : $"{count} {noun}s",
    };
}
