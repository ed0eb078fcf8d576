using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Report;

/// <summary>What of a fact stands with the kernels.</summary>
[Flags]
internal enum KernelDetails
{
    /// <summary>Existence, range, mode and module alone.</summary>
    None = 0,

    /// <summary>The default value.</summary>
    Default = 1,

    /// <summary>Whether a network namespace has its own value.</summary>
    Scope = 2,
}

/// <summary>Neighbouring kernels of one family that say the same about a key.</summary>
/// <param name="Name">"6.1.192–7.3.4", or the one kernel.</param>
/// <param name="Says">What they say, in words.</param>
/// <param name="Layer">How that is known; several where kernels of the group differ in that.</param>
internal sealed record KernelGroup(string Name, string Says, string Layer)
{
    /// <summary>Groups in order of family and version.</summary>
    /// <param name="facts">One for each kernel.</param>
    /// <param name="with">What the page does not say elsewhere.</param>
    public static List<KernelGroup> Of(IEnumerable<SysctlFact> facts, KernelDetails with)
    {
        var groups = new List<List<SysctlFact>>();
        foreach (var fact in facts.OrderBy(FamilyOf).ThenBy(f => f.Kernel.Version).ThenBy(f => f.Kernel.Table, StringComparer.Ordinal))
        {
            if (groups.Count > 0 && groups[^1][^1] is var last && FamilyOf(last) == FamilyOf(fact) && SaysOf(last, with) == SaysOf(fact, with))
            {
                groups[^1].Add(fact);
            }
            else
            {
                groups.Add([fact]);
            }
        }

        return groups.ConvertAll(g => new KernelGroup(
            g.Count == 1 ? $"{g[0].Kernel}" : $"{g[0].Kernel}–{g[^1].Kernel}",
            SaysOf(g[0], with),
            string.Join(", ", g.Select(f => f.Evidence.Layer).Distinct().Order().Select(LayerName))));
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

    private static string SaysOf(SysctlFact fact, KernelDetails with) => fact.Existence switch
    {
        Existence.Absent => "not there",
        Existence.Unknown => "not known",
        _ => string.Join(", ", Parts(fact, with).DefaultIfEmpty("there")),
    };

    private static IEnumerable<string> Parts(SysctlFact fact, KernelDetails with)
    {
        if (fact.Default is { } value && with.HasFlag(KernelDetails.Default))
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

        if (fact.PerNetworkNamespace is { } own && with.HasFlag(KernelDetails.Scope))
        {
            yield return own ? "per netns" : "host-wide";
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
        ({ } low, { } high) when low == int.MinValue && high == int.MaxValue => "any 32-bit integer",
        ({ } low, null) => $"{Bound(low, run.LowIsExact)} and up",
        (null, { } high) => $"up to {Bound(high, run.HighIsExact)}",
        ({ } low, { } high) when low == high => $"{low}",
        ({ } low, { } high) => $"{Bound(low, run.LowIsExact)}..{Bound(high, run.HighIsExact)}",
    };

    private static string Bound(Int128 value, bool isExact) => isExact ? $"{value}" : $"~{value}";
}
