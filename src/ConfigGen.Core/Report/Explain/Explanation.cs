namespace ConfigGen.Core.Report.Explain;

/// <summary>What <c>explain</c> answers: a page, or what is wrong with the question.</summary>
/// <param name="Page">The page; null when there is none.</param>
/// <param name="Problem">One or more sentences; null when there is a page.</param>
public sealed record Explanation(IPage? Page, string? Problem)
{
    internal static Explanation Of(IPage page) => new(page, Problem: null);

    internal static Explanation Wrong(string problem) => new(Page: null, problem);
}
