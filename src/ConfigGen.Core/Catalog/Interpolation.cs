namespace ConfigGen.Core.Catalog;

/// <summary>Answers for a kernel without a table of its own from the tables on both sides.</summary>
internal static class Interpolation
{
    public static SysctlFact Answer(SysctlFact fact, KeyEvidence known, Neighbours neighbours, HostDependence host)
    {
        var existence = ExistenceJudge.Decide(neighbours, known, fact.Kernel);
        if (existence == Existence.Unknown)
        {
            return fact;
        }

        var nearest = neighbours.Below.Near.Reverse().Concat(neighbours.Above.Near).Select(t => t.Table.Name);
        fact = fact with { Existence = existence, Evidence = new Evidence(EvidenceLayer.Interpolated, [.. nearest]) };
        return existence == Existence.Exists ? Attributes(fact, known, neighbours, host) : fact;
    }

    private static SysctlFact Attributes(SysctlFact fact, KeyEvidence known, Neighbours neighbours, HostDependence host)
    {
        var shared = new SharedAttribute(neighbours);
        var measured = known.Measured;
        return fact with
        {
            Mode = host.HasOwnMode(known.Key) ? null : shared.Text(f => f.Mode),
            Module = shared.Text(f => f.Module, TableKind.Measured),
            Type = shared.Value<SysctlType>(f => f.Type == SysctlType.Unknown ? null : f.Type, measured ? TableKind.Measured : null) ?? SysctlType.Unknown,
            FieldCount = shared.Value<int>(f => f.FieldCount, measured ? TableKind.Measured : null),
            Default = MayDiffer(known.Key, fact.Kernel.Family, host) ? null : shared.Text(f => f.Default),
            Accepts = shared.Range(f => Certain(f.Accepts, known, host)),
            Holds = shared.Range(f => Certain(f.Holds, known, host)),
            PerNetworkNamespace = shared.Value<bool>(f => f.PerNetworkNamespace),
            NamespaceKind = shared.Text(f => f.NamespaceKind, TableKind.Measured),
            InheritsInitial = shared.Value<bool>(f => f.InheritsInitial, TableKind.Measured),
        };
    }

    /// <summary>
    /// What may be said about the kernels between two tables. Negative times are taken and refused by turns, from one point release to the next; so
    /// are other values at the ends of the scale that the list of doubtful ones names.
    /// </summary>
    private static AcceptedRange? Certain(AcceptedRange? range, KeyEvidence known, HostDependence host)
    {
        range = known.JiffiesType is null ? range : range?.Within(0, null);
        foreach (var doubt in host.Doubtful(known.Key))
        {
            range = doubt.Low is null ? range?.Within(doubt.High + 1, null) : doubt.High is null ? range?.Within(null, doubt.Low - 1) : range;
        }

        return range;
    }

    private static bool MayDiffer(string key, KernelFamily family, HostDependence host) =>
        host.HasOwnDefault(key) || family == KernelFamily.Ubuntu || family != KernelFamily.Debian && host.HasBuildDefault(key);
}

/// <summary>What the tables on both sides of a kernel have in common about one key.</summary>
internal sealed class SharedAttribute(Neighbours neighbours)
{
    /// <summary>The one value that every table that has any states, with a table on each side; null otherwise.</summary>
    public string? Text(Func<SysctlFact, string?> attribute, TableKind? only = null) => One(attribute, only, farAbove: false);

    /// <summary>The same for plain values.</summary>
    public T? Value<T>(Func<SysctlFact, T?> attribute, TableKind? only = null)
        where T : struct => One(f => attribute(f) is { } value ? (object)value : null, only, farAbove: false) is T shared ? shared : null;

    /// <summary>A range, which every newer kernel must share, too: bounds are fixes that are carried back.</summary>
    public AcceptedRange? Range(Func<SysctlFact, AcceptedRange?> attribute) => One(attribute, TableKind.Measured, farAbove: true);

    private T? One<T>(Func<SysctlFact, T?> attribute, TableKind? only, bool farAbove)
        where T : class
    {
        T? Of(Testimony t) => t.Row is null || only is { } kind && t.Table.Kind != kind ? null : attribute(t.Facts);
        var below = neighbours.BelowAbout(t => Of(t) is not null).Select(Of).ToList();
        var above = (farAbove ? neighbours.EveryAbove : neighbours.Above.All).Select(Of).OfType<T>().ToList();
        return below.Count > 0 && above.Count > 0 && below.Concat(above).Distinct().ToList() is [var one] ? one : null;
    }
}
