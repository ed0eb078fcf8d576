using System.Collections.Immutable;

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
        if (existence == Existence.Absent)
        {
            return fact;
        }

        // Attributes change more often than keys come and go, and fixes to them are carried back: both sides must be seen, the lower one surely older.
        if (!neighbours.Below.All.Any(t => t.Row is not null) || !neighbours.Below.SureInTime)
        {
            return fact;
        }

        var rows = neighbours.Below.All.Concat(neighbours.Above.All).Where(t => t.Row is not null).Select(t => (t.Table, Fact: RowReader.Read(fact, t))).ToList();
        return Attributes(fact, known, host, rows, neighbours.EveryAbove);
    }

    private static SysctlFact Attributes(
        SysctlFact fact, KeyEvidence known, HostDependence host, List<(EvidenceTable Table, SysctlFact Fact)> rows, ImmutableArray<Testimony> above)
    {
        var every = rows.ConvertAll(r => r.Fact);
        var measured = rows.Where(r => r.Table.Kind == TableKind.Measured).Select(r => r.Fact).ToList();
        var bounded = measured.Concat(above.Where(t => t is { Row: not null, Table.Kind: TableKind.Measured }).Select(t => RowReader.Read(fact, t))).ToList();
        var ownDefault = host.HasOwnDefault(known.Key) || fact.Kernel.Family == KernelFamily.Ubuntu;
        return fact with
        {
            Mode = host.HasOwnMode(known.Key) ? null : Agreed(every, f => f.Mode),
            Module = Agreed(measured, f => f.Module),
            Type = AgreedType(measured.Count > 0 ? measured : every),
            FieldCount = Agreed(measured.Count > 0 ? measured : every, f => f.FieldCount),
            Default = ownDefault ? null : AgreedDefault(measured, every),
            Accepts = Agreed(bounded, f => f.Accepts),
            PerNetworkNamespace = Agreed(every.FindAll(f => f.PerNetworkNamespace is not null), f => f.PerNetworkNamespace),
        };
    }

    private static SysctlType AgreedType(List<SysctlFact> facts) =>
        facts.Select(f => f.Type).Where(t => t != SysctlType.Unknown).Distinct().ToList() is [var one] ? one : SysctlType.Unknown;

    /// <summary>Measured alike everywhere, and no source tree states another.</summary>
    private static string? AgreedDefault(List<SysctlFact> measured, List<SysctlFact> every) =>
        Agreed(measured, f => f.Default) is { } value && every.TrueForAll(f => f.Default is null || f.Default == value) ? value : null;

    private static T? Agreed<T>(List<SysctlFact> facts, Func<SysctlFact, T?> value)
        where T : class => facts.Select(value).Distinct().ToList() is [var one] ? one : null;

    private static T? Agreed<T>(List<SysctlFact> facts, Func<SysctlFact, T?> value)
        where T : struct => facts.Select(value).Distinct().ToList() is [var one] ? one : null;
}
