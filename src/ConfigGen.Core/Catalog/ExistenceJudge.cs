namespace ConfigGen.Core.Catalog;

/// <summary>Decides from the neighbours whether a key is there on a kernel that has no table of its own.</summary>
internal static class ExistenceJudge
{
    public static Existence Decide(Neighbours neighbours, KeyEvidence evidence, Kernel kernel) =>
        SaysExists(neighbours, kernel) ? Existence.Exists
        : SaysAbsent(neighbours, evidence, kernel) ? Existence.Absent
        : Existence.Unknown;

    private static bool SaysExists(Neighbours neighbours, Kernel kernel)
    {
        var inTree = neighbours.Upstream.IsInTree(kernel.Version);
        var (below, above) = (neighbours.Below, neighbours.Above);
        var witnesses = below.All.Concat(above.Near).Select(neighbours.Ask).ToList();
        return witnesses.TrueForAll(s => s is Says.Present or Says.InTree)
            && (inTree || below.SureInTime && !below.Near.IsEmpty)
            && !above.Near.IsEmpty
            && (kernel.Family is KernelFamily.RedHat or KernelFamily.Ubuntu || witnesses.Contains(Says.Present));
    }

    private static bool SaysAbsent(Neighbours neighbours, KeyEvidence evidence, Kernel kernel)
    {
        var gone = neighbours.Upstream.IsGone(kernel.Version);
        var (below, above) = (neighbours.Below, neighbours.Above);
        var witnesses = below.Near.Concat(above.All).Select(neighbours.Ask).ToList();
        if (witnesses.Contains(Says.Present) || !gone && (below.Near.IsEmpty || above.Near.IsEmpty || !above.SureInTime))
        {
            return false;
        }

        // In the tree but not there where it was measured: an option that Debian leaves off, or a module that was not loaded.
        var inTree = witnesses.Contains(Says.InTree) || neighbours.Upstream.IsInTree(kernel.Version);
        var optionIsOff = kernel.Family == KernelFamily.Debian && evidence is { Measured: true, Module: null };
        return evidence.IsKnown && (!inTree || optionIsOff && witnesses.Contains(Says.Missing)) || gone && !inTree;
    }
}
