using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>Runs every rule over a resolved spec and applies what the spec ignores.</summary>
public static class Linter
{
    /// <summary>A file with more findings is broken as a whole, or hostile.</summary>
    private const int Most = 1000;

    /// <summary>All findings of a run: those of earlier stages and those of the rules, less the accepted ones, sorted.</summary>
    /// <param name="spec">Layers merged, every setting evaluated per target.</param>
    /// <param name="catalog">What kernels accept.</param>
    /// <param name="today">Ignore entries expire by it.</param>
    /// <param name="earlier">Findings of the stages before; they can be ignored like any other.</param>
    public static ImmutableArray<Finding> Run(ResolvedSpec spec, SysctlCatalog catalog, DateOnly today, ImmutableArray<Finding> earlier)
    {
        var context = new RuleContext(spec, catalog, today);
        foreach (var rule in RuleSet.All)
        {
            rule.Check(context);
        }

        return Sort(IgnoreFilter.Apply(spec.Ignores, today, earlier.AddRange(context.Findings)));
    }

    /// <summary>By file, place, code and message; the same finding twice comes once.</summary>
    public static ImmutableArray<Finding> Sort(IEnumerable<Finding> findings) =>
    [
        .. findings
            .DistinctBy(f => (f.Code.Id, PathOf(f), OffsetOf(f), f.Message))
            .OrderBy(PathOf, StringComparer.Ordinal)
            .ThenBy(OffsetOf)
            .ThenBy(f => f.Code.Id, StringComparer.Ordinal)
            .ThenBy(f => f.Message, StringComparer.Ordinal),
    ];

    /// <summary>The first thousand; past that, one finding that counts the rest and is as bad as the worst of it.</summary>
    public static ImmutableArray<Finding> Cap(ImmutableArray<Finding> sorted)
    {
        if (sorted.Length <= Most)
        {
            return sorted;
        }

        var rest = sorted[Most..];
        var last = new Finding(InputCodes.TooMany, rest.Max(f => f.Severity), $"{rest.Length} more findings are not listed; the first of them is {rest[0].Code} here.", rest[0].Span)
            .WithHelp("mend the ones above and run again");
        return [.. sorted[..Most], last];
    }

    private static string PathOf(Finding finding) => finding.Span?.Source.Path ?? finding.Path ?? "";

    private static int OffsetOf(Finding finding) => finding.Span?.Span.Start ?? -1;
}
