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
            Accepts = shared.Range(),
            PerNetworkNamespace = shared.Value<bool>(f => f.PerNetworkNamespace),
        };
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

    /// <summary>The accepted range, which every newer kernel must share, too: bounds are fixes that are carried back.</summary>
    public AcceptedRange? Range() => One(f => f.Accepts, TableKind.Measured, farAbove: true);

    private T? One<T>(Func<SysctlFact, T?> attribute, TableKind? only, bool farAbove)
        where T : class
    {
        T? Of(Testimony t) => t.Row is null || only is { } kind && t.Table.Kind != kind ? null : attribute(t.Facts);
        var below = neighbours.BelowAbout(t => Of(t) is not null).Select(Of).ToList();
        var above = (farAbove ? neighbours.EveryAbove : neighbours.Above.All).Select(Of).OfType<T>().ToList();
        return below.Count > 0 && above.Count > 0 && below.Concat(above).Distinct().ToList() is [var one] ? one : null;
    }
}
