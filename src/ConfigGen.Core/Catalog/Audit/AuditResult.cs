using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Catalog.Audit;

/// <summary>How often the catalogue was asked about one aspect, and what came of it.</summary>
/// <param name="Name">existence, mode, default …</param>
/// <param name="Agree">The catalogue says what the table says.</param>
/// <param name="Unknown">The catalogue has no answer, which is never wrong.</param>
/// <param name="Contradict">The catalogue says something else.</param>
public sealed record AspectCount(string Name, int Agree, int Unknown, int Contradict)
{
    /// <summary>Facts that were compared.</summary>
    public int Compared => Agree + Unknown + Contradict;

    /// <summary>The share that the catalogue answered, in percent; null where nothing was asked.</summary>
    public double? DecidedPercent => Compared == 0 ? null : 100.0 * (Compared - Unknown) / Compared;

    /// <summary>One fact more: it agrees, it does not, or (null) there is no answer.</summary>
    public AspectCount With(bool? agrees) => agrees switch
    {
        true => this with { Agree = Agree + 1 },
        false => this with { Contradict = Contradict + 1 },
        null => this with { Unknown = Unknown + 1 },
    };

    /// <summary>The sum.</summary>
    public static AspectCount Sum(string name, IEnumerable<AspectCount> counts) =>
        counts.Aggregate(new AspectCount(name, 0, 0, 0), (sum, c) => sum with { Agree = sum.Agree + c.Agree, Unknown = sum.Unknown + c.Unknown, Contradict = sum.Contradict + c.Contradict });
}

/// <summary>One fact of a table that the catalogue does not give back.</summary>
/// <param name="Place">The cell; the header line where the table lacks the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Aspect">What of it.</param>
/// <param name="Table">What the table says.</param>
/// <param name="Catalogue">What the catalogue says; null where it says nothing.</param>
/// <param name="Evidence">Where the catalogue has it from.</param>
public sealed record AuditDifference(SourceSpan Place, string Key, string Aspect, string Table, string? Catalogue, Evidence Evidence);

/// <summary>What came of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Facts">Its kernel.</param>
/// <param name="Aspects">Counts in the order of the comparison; an aspect that the table does not speak of is left out.</param>
/// <param name="WithModuleState">Existence of the keys of which it is known whether a module brings them: some booted kernel has them.</param>
/// <param name="OfThoseThere">The same for those among them that the table has: what a kernel lacks may have been carried back to it, so that less of that is decided.</param>
/// <param name="Values">Single values, at and around every bound, that the table accepts or refuses.</param>
/// <param name="Contradictions">By line, then key.</param>
/// <param name="Unknowns">The same for what the catalogue has no answer to.</param>
public sealed record AuditResult(
    FactTable Table,
    EvidenceTable Facts,
    ImmutableArray<AspectCount> Aspects,
    AspectCount WithModuleState,
    AspectCount OfThoseThere,
    AspectCount Values,
    ImmutableArray<AuditDifference> Contradictions,
    ImmutableArray<AuditDifference> Unknowns)
{
    /// <summary>All aspects together; single values are counted apart.</summary>
    public AspectCount Total => AspectCount.Sum("all", Aspects);
}
