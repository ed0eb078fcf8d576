using System.Collections.Immutable;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Compare;

/// <summary>What all kernels of one side say about a key.</summary>
/// <param name="Catalog">The facts.</param>
/// <param name="Key">The key.</param>
/// <param name="Facts">One per kernel.</param>
internal sealed record KeyFacts(SysctlCatalog Catalog, string Key, ImmutableArray<SysctlFact> Facts)
{
    public static KeyFacts Of(SysctlCatalog catalog, string key, Side side) => new(catalog, key, [.. side.Kernels.Select(k => catalog.Lookup(key, k))]);

    public bool IsUnknown => Facts.Any(f => f.Existence == Existence.Unknown);

    public bool IsEverywhere => Facts.All(f => f.Existence == Existence.Exists);

    public bool IsNowhere => Facts.All(f => f.Existence == Existence.Absent);

    /// <summary>The kernels that have it, where only some do.</summary>
    public string Some => string.Join(", ", There.Select(f => f.Kernel.ToString()));

    /// <summary>The one default; null where it is not known, hangs on the machine, or kernels differ.</summary>
    public string? Default => Catalog.HasOwnDefault(Key) || Catalog.Curated(Key)?.DefaultScalesWith is not null ? null : One(OwnDefault);

    /// <summary>What every kernel accepts; null where that is not known exactly.</summary>
    public ImmutableArray<(Int128 Low, Int128 High)>? Accepted
    {
        get
        {
            ImmutableArray<(Int128 Low, Int128 High)>? all = null;
            foreach (var fact in There)
            {
                if (IntegerRuns.Of(fact.Accepts) is not { } own)
                {
                    return null;
                }

                all = all is { } before ? IntegerRuns.Both(before, own) : own;
            }

            return all;
        }
    }

    /// <summary>Whether the range holds for every field of a vector; null where kernels differ.</summary>
    public bool? EveryField => There.Select(f => f.Accepts?.EveryField).Distinct().ToList() is [var one] ? one : null;

    /// <summary>True when every kernel has the key read-only, false when every one lets root write.</summary>
    public bool? IsReadOnly => There.Select(f => f.IsReadOnly).Distinct().ToList() is [var one] ? one : null;

    private IEnumerable<SysctlFact> There => Facts.Where(f => f.Existence == Existence.Exists);

    /// <summary>Accepted by all, refused by one, or not known.</summary>
    public Verdict Accepts(string value)
    {
        var verdicts = There.Select(f => Catalog.Accepts(Key, f.Kernel, value)).Distinct().ToList();
        return verdicts.Contains(Verdict.Refused) ? Verdict.Refused : verdicts is [Verdict.Accepted] ? Verdict.Accepted : Verdict.Unknown;
    }

    /// <summary>The kernels that refuse a value.</summary>
    public IEnumerable<string> Refusing(string value) => There.Where(f => Catalog.Accepts(Key, f.Kernel, value) == Verdict.Refused).Select(f => f.Kernel.ToString());

    /// <summary>Whether a number that is written is what is read back: refused means that another one is, on some kernel.</summary>
    public Verdict Holds(Int128 value)
    {
        var verdicts = There.Select(f => f.Holds?.Check(value) ?? Verdict.Unknown).Distinct().ToList();
        return verdicts.Contains(Verdict.Refused) ? Verdict.Refused : verdicts is [Verdict.Accepted] ? Verdict.Accepted : Verdict.Unknown;
    }

    /// <summary>An empty default is one that could not be read on the measured machine; one that holds the kernel's version is another in every release.</summary>
    private static string? OwnDefault(SysctlFact fact) =>
        fact.Default is { Length: > 0 } value && !value.Contains(fact.Kernel.Version.ToString(), StringComparison.Ordinal) ? value : null;

    private string? One(Func<SysctlFact, string?> attribute) => There.Select(attribute).Distinct().ToList() is [var one] ? one : null;
}
