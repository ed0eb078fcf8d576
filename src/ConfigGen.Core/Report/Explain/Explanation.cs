using System.Collections.Immutable;

namespace ConfigGen.Core.Report.Explain;

/// <summary>What <c>explain</c> answers: a page, or what is wrong with the question.</summary>
/// <param name="Page">The page; null when there is none.</param>
/// <param name="Problem">One or more sentences; null when there is a page.</param>
/// <param name="Also">Other ways to ask, where the name means more than one thing.</param>
public sealed record Explanation(IPage? Page, string? Problem, ImmutableArray<string> Also)
{
    internal static Explanation Of(IPage page, params ImmutableArray<string> also) => new(page, null, also);

    internal static Explanation Wrong(string problem) => new(null, problem, []);
}
