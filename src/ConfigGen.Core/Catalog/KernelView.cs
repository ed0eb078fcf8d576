using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>What is known about one key on one kernel.</summary>
/// <param name="Fact">The answer.</param>
/// <param name="Neighbours">The tables on both sides of the kernel, sorted out when asked for.</param>
/// <param name="Tables">The tables that are this kernel; empty where none is.</param>
internal sealed record KernelView(SysctlFact Fact, Lazy<Neighbours> Neighbours, ImmutableArray<Testimony> Tables)
{
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<string, Verdict> _judged = new(StringComparer.Ordinal);

    /// <summary>What was already worked out for a value: the specs of a fleet set the same few. Bounded, so that hostile input costs no memory.</summary>
    public Verdict Judged(string value, Func<KernelView, Verdict> judge)
    {
        if (_judged.TryGetValue(value, out var known))
        {
            return known;
        }

        var verdict = judge(this);
        if (_judged.Count < MostKept)
        {
            _judged[value] = verdict;
        }

        return verdict;
    }
}
