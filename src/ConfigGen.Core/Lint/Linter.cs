using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>Runs every rule over a resolved spec and applies what the spec ignores.</summary>
public static class Linter
{
    /// <summary>A file with more findings is broken as a whole, or hostile.</summary>
    internal const int Most = 1000;

    /// <summary>All findings of a run: those of earlier stages and those of the rules, the accepted ones apart, both sorted.</summary>
    /// <param name="spec">Layers merged, every setting evaluated per target.</param>
    /// <param name="catalog">What kernels accept.</param>
    /// <param name="today">Ignore entries expire by it.</param>
    /// <param name="earlier">Findings of the stages before; they can be ignored like any other.</param>
    public static LintResult Run(ResolvedSpec spec, SysctlCatalog catalog, DateOnly today, ImmutableArray<Finding> earlier)
    {
        var context = new RuleContext(spec, catalog, today);
        foreach (var rule in RuleSet.All)
        {
            rule.Check(context);
        }

        var reported = context.Findings.RemoveAll(f => f.Code.IsAboutNoOp && f.Setting is { } key && context.Find(key) is { Pin: true });
        var (findings, accepted) = IgnoreFilter.Apply(spec.Ignores, today, earlier.AddRange(reported));
        return new LintResult(Sort(findings), Sort(accepted, a => a.Finding));
    }

    /// <summary>By file, place, code and message; the same finding twice comes once.</summary>
    public static ImmutableArray<Finding> Sort(IEnumerable<Finding> findings) => Sort(findings, finding => finding);

    /// <summary>The same of things that go with a finding.</summary>
    internal static ImmutableArray<T> Sort<T>(IEnumerable<T> items, Func<T, Finding> findingOf)
        where T : class =>
    [
        .. items
            .Select(item => new Keyed<T>(item, FindingKey.Of(findingOf(item))))
            .DistinctBy(i => i.Key)
            .OrderBy(i => i.Key.File, StringComparer.Ordinal)
            .ThenBy(i => i.Key.Offset)
            .ThenBy(i => i.Key.Code, StringComparer.Ordinal)
            .ThenBy(i => i.Key.Message, StringComparer.Ordinal)
            .Select(i => i.Item),
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

    /// <summary>A class on purpose: generics over value types are compiled at start.</summary>
    private sealed record Keyed<T>(T Item, FindingKey Key);
}
