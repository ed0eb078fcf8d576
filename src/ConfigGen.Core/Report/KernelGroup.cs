using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Report;

/// <summary>Neighbouring kernels of one family that say the same about a key.</summary>
/// <param name="Name">"6.1.192–7.3.4", or the one kernel.</param>
/// <param name="Says">What they say, in words.</param>
/// <param name="Layer">How that is known.</param>
internal sealed record KernelGroup(string Name, string Says, string Layer)
{
    /// <summary>Groups in order of family and version.</summary>
    public static List<KernelGroup> Of(IEnumerable<SysctlFact> facts)
    {
        var groups = new List<(SysctlFact First, SysctlFact Last)>();
        foreach (var fact in facts.OrderBy(f => FamilyOf(f)).ThenBy(f => f.Kernel.Version).ThenBy(f => f.Kernel.Table, StringComparer.Ordinal))
        {
            if (groups.Count > 0 && groups[^1].Last is var last && FamilyOf(last) == FamilyOf(fact) && Tell(last) == Tell(fact))
            {
                groups[^1] = (groups[^1].First, fact);
            }
            else
            {
                groups.Add((fact, fact));
            }
        }

        return groups.ConvertAll(g => new KernelGroup(
            ReferenceEquals(g.First, g.Last) ? $"{g.First.Kernel}" : $"{g.First.Kernel}–{g.Last.Kernel}",
            Tell(g.First).Says,
            Tell(g.First).Layer));
    }

    /// <summary>How a layer is named on a page.</summary>
    public static string LayerName(EvidenceLayer layer) => layer switch
    {
        EvidenceLayer.Captured => "captured",
        EvidenceLayer.Measured => "measured",
        EvidenceLayer.FromSource => "from source",
        EvidenceLayer.Interpolated => "neighbours agree",
        _ => "no evidence",
    };

    // Debian's kernels are close to upstream and are listed with it.
    private static KernelFamily FamilyOf(SysctlFact fact) =>
        fact.Kernel.Family == KernelFamily.Debian ? KernelFamily.Upstream : fact.Kernel.Family;

    private static (string Says, string Layer) Tell(SysctlFact fact) => (SaysOf(fact), LayerName(fact.Evidence.Layer));

    private static string SaysOf(SysctlFact fact) => fact.Existence switch
    {
        Existence.Absent => "not there",
        Existence.Unknown => "not known",
        _ => string.Join(", ", Parts(fact).DefaultIfEmpty("there")),
    };

    private static IEnumerable<string> Parts(SysctlFact fact)
    {
        if (fact.Default is { } value)
        {
            yield return value.Length == 0 ? "default empty" : $"default {value}";
        }

        if (fact.Accepts is { } accepts)
        {
            yield return $"accepts {RangeOf(accepts)}";
        }

        if (fact.IsReadOnly == true)
        {
            yield return "read-only";
        }

        if (fact.Module is { } module)
        {
            yield return $"with module {module}";
        }

        if (fact.PerNetworkNamespace == true)
        {
            yield return "per network namespace";
        }
    }

    private static string RangeOf(AcceptedRange range)
    {
        var runs = range.Runs.Length == 0 ? "no integer that was tried" : string.Join(" or ", range.Runs.Select(RunOf));
        return runs + (range.HigherIsUnknown ? " (higher was not tried)" : "") + (range.EveryField ? " in every field" : "");
    }

    private static string RunOf(AcceptedRun run) => (run.Low, run.High) switch
    {
        (null, null) => "any integer",
        ({ } low, null) => $"{Bound(low, run.LowIsExact)} and up",
        (null, { } high) => $"up to {Bound(high, run.HighIsExact)}",
        ({ } low, { } high) when low == high => $"{low}",
        ({ } low, { } high) => $"{Bound(low, run.LowIsExact)}..{Bound(high, run.HighIsExact)}",
    };

    private static string Bound(Int128 value, bool isExact) => isExact ? $"{value}" : $"~{value}";
}
