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
        var older = inTree ? below.All.Where(t => neighbours.Upstream.IsInTree(t.Table.Version)) : below.All;
        var witnesses = older.Concat(above.Near).Select(neighbours.Ask).ToList();
        return witnesses.TrueForAll(s => s is Says.Present or Says.InTree)
            && (inTree || !below.Near.IsEmpty && (below.SureInTime || neighbours.IsAncient))
            && !above.Near.IsEmpty
            && (kernel.Family is KernelFamily.RedHat or KernelFamily.Ubuntu || witnesses.Contains(Says.Present));
    }

    private static bool SaysAbsent(Neighbours neighbours, KeyEvidence evidence, Kernel kernel)
    {
        var (below, above) = (neighbours.Below, neighbours.Above);
        var inTree = neighbours.Upstream.IsInTree(kernel.Version);
        var older = below.Near.Select(neighbours.Ask).ToList();
        if (neighbours.Upstream.IsGone(kernel.Version))
        {
            return !older.Contains(Says.Present) && !older.Contains(Says.InTree);
        }

        if (!evidence.IsKnown || older.Count == 0 || older.Contains(Says.Present))
        {
            return false;
        }

        if (neighbours.IsNotBornYet || neighbours.SeriesTreeLacksIt)
        {
            return !inTree && !older.Contains(Says.InTree);
        }

        var newer = above.All.Select(neighbours.Ask).ToList();
        if (newer.Contains(Says.Present) || above.Near.IsEmpty || !above.SureInTime)
        {
            return false;
        }

        // In the tree but not there where it was measured: an option that Debian leaves off, or a module that was not loaded.
        var offered = inTree || older.Contains(Says.InTree) || newer.Contains(Says.InTree);
        return !offered || kernel.Family == KernelFamily.Debian && evidence is { Measured: true, Module: null } && older.Contains(Says.Missing);
    }
}
