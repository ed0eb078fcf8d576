using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>Decides from the neighbours whether a key is there on a kernel that has no table of its own.</summary>
internal static class ExistenceJudge
{
    public static Existence Decide(Neighbours neighbours, KeyEvidence evidence, Kernel kernel) =>
        neighbours.NeverLoaded ? Existence.Unknown
        : SaysExists(neighbours, kernel) ? Existence.Exists
        : SaysAbsent(neighbours, evidence, kernel) ? Existence.Absent
        : Existence.Unknown;

    private static bool SaysExists(Neighbours neighbours, Kernel kernel)
    {
        var inTree = neighbours.Upstream.IsInTree(kernel.Version);
        var (below, above) = (neighbours.Below, neighbours.Above);

        // Where a pristine tree is known to have the key, tables from before that tree say nothing about it.
        var older = inTree ? [.. below.All.Where(t => neighbours.Upstream.IsInTree(t.Table.Version))] : below.All;
        // Nor do tables from after mainline dropped it, about a kernel from before that: an older build that had the key is enough then.
        var newer = inTree && neighbours.IsNotDroppedYet ? above.Near.Where(t => !neighbours.Upstream.MayHaveDropped(t.Table.Version)) : above.Near;
        var witnesses = older.Concat(newer).Select(neighbours.Ask).ToList();
        return witnesses.TrueForAll(s => s is Says.Present or Says.InTree)
            && (!inTree || !older.IsEmpty || neighbours.IsBuiltAlong)
            && (inTree || !below.Near.IsEmpty && (below.SureInTime || neighbours.IsAncient))
            && !above.Near.IsEmpty
            && (kernel.Family is KernelFamily.RedHat or KernelFamily.Ubuntu || witnesses.Contains(Says.Present));
    }

    private static bool SaysAbsent(Neighbours neighbours, KeyEvidence evidence, Kernel kernel)
    {
        var (below, above) = (neighbours.Below, neighbours.Above);
        var inTree = neighbours.Upstream.IsInTree(kernel.Version);
        ImmutableArray<Says> older = [.. below.Near.Select(neighbours.Ask)];
        if (neighbours.Upstream.IsGone(kernel.Version))
        {
            var since = below.Near.Where(t => kernel.Family == KernelFamily.RedHat || neighbours.Upstream.IsGone(t.Table.Version)).Select(neighbours.Ask).ToList();
            return !since.Contains(Says.Present) && !since.Contains(Says.InTree);
        }

        if (!evidence.IsKnown || older.Contains(Says.Present))
        {
            return false;
        }

        if (neighbours.IsNotBornYet || !older.IsEmpty && neighbours.SeriesTreeLacksIt)
        {
            return !inTree && !older.Contains(Says.InTree);
        }

        var newer = above.All.Select(neighbours.Ask).ToList();
        if (older.IsEmpty || newer.Contains(Says.Present) || above.Near.IsEmpty || !above.SureInTime)
        {
            return false;
        }

        // In the tree but not there where it was measured: an option that Debian leaves off, or a module that was not loaded.
        var offered = inTree || older.Contains(Says.InTree) || newer.Contains(Says.InTree);
        return !offered || kernel.Family == KernelFamily.Debian && evidence is { Measured: true, Module: null } && older.Contains(Says.Missing);
    }
}
