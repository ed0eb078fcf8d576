using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>What a table says about whether a key is there.</summary>
internal enum Says
{
    /// <summary>Nothing: the table cannot know.</summary>
    Nothing,

    /// <summary>Seen on the booted kernel.</summary>
    Present,

    /// <summary>Not there on the booted kernel.</summary>
    Missing,

    /// <summary>In the source tree; an option may leave it out.</summary>
    InTree,

    /// <summary>Not in the source tree.</summary>
    NotInTree,
}

/// <summary>The tables on both sides of a kernel that has no table of its own.</summary>
/// <remarks>
/// Order by version is not order in time: a late point release of an old series carries what a younger kernel did not have yet. So a side reaches
/// from its nearest table on until one is met that is surely older (below) or surely newer (above) than the kernel asked about.
/// </remarks>
internal sealed class Neighbours
{
    private readonly KeyEvidence evidence;
    private readonly Kernel kernel;
    private readonly TimeWindow window;
    private readonly bool notLoaded;
    private readonly Func<EvidenceTable, bool> hasFolder;
    private readonly ImmutableArray<Testimony> everyBelow;

    public Neighbours(KeyEvidence evidence, Kernel kernel, UpstreamBracket upstream, bool notLoaded, Func<EvidenceTable, bool> hasFolder)
    {
        this.hasFolder = hasFolder;
        this.evidence = evidence;
        this.kernel = kernel;
        this.notLoaded = notLoaded;
        window = Timeline.BuiltIn.Of(kernel.Version, kernel.Family);
        Upstream = upstream;
        var usable = evidence.Testimonies.Where(IsUsable).ToImmutableArray();
        everyBelow = [.. usable.Where(t => t.Table.Version <= kernel.Version).Reverse()];
        Below = Side(everyBelow, IsOlder);
        EveryAbove = Newer(usable);
        Above = Side(EveryAbove, IsNewer);
    }

    public UpstreamBracket Upstream { get; }

    /// <summary>From the nearest older version down.</summary>
    public Side Below { get; }

    /// <summary>From the nearest newer version up.</summary>
    public Side Above { get; }

    /// <summary>Every newer version, however far: what was carried back to this kernel must have come from there.</summary>
    public ImmutableArray<Testimony> EveryAbove { get; }

    /// <summary>
    /// The older tables that speak about a matter, nearest first, up to one that is older than this kernel; empty when none is, since all of
    /// them may then share a fix that this kernel does not have yet. A table built up to a year later counts as older here: a fix would have to have
    /// reached every tree at hand in that year and be missing in this one.
    /// </summary>
    public ImmutableArray<Testimony> BelowAbout(Func<Testimony, bool> speaks)
    {
        var speaking = everyBelow.Where(speaks).ToList();
        var older = speaking.FindIndex(t => SameSeries(t.Table) || Timeline.BuiltIn.Of(t.Table).Latest <= window.Earliest.AddDays(400));
        return [.. speaking.Take(older + 1)];
    }

    /// <summary>The module that brings the key was never loaded where it was measured: its absence there means nothing.</summary>
    public bool NeverLoaded => notLoaded;

    /// <summary>Mainline got the key after this kernel was made. Changes reach stable trees from the first release candidate on, ten weeks before a release.</summary>
    public bool IsNotBornYet =>
        Upstream.FirstFrom is { } first && Timeline.BuiltIn.Released(first) is { } day && day.AddDays(-70) >= window.Latest;

    /// <summary>This kernel was made before mainline released the last version that is known to have the key: no stable tree could follow a removal yet.</summary>
    public bool IsNotDroppedYet =>
        Upstream.LastFrom is { } last && Timeline.BuiltIn.Released(last) is { } day && day >= window.Latest;

    /// <summary>
    /// A key that no older table can know came with a kernel of this series, or into a folder that the nearest older one has: a folder that is new, too,
    /// may belong to an option which was switched on only later.
    /// </summary>
    public bool IsBuiltAlong =>
        Above.Near.Any(t => t.Table.Kind == TableKind.Measured && SameSeries(t.Table) && Ask(t) == Says.Present)
        || (Below.All.FirstOrDefault(t => t.Table.Kind == TableKind.Measured) ?? Below.All.FirstOrDefault()) is { } older && hasFolder(older.Table);

    /// <summary>A source tree of the same series, which follows its stable releases, does not have the key. Another distribution may have carried it back, and
    /// Red Hat's trees of one series follow nobody: each minor release drops keys, too.</summary>
    public bool SeriesTreeLacksIt =>
        kernel.Family is not (KernelFamily.Other or KernelFamily.RedHat)
        && Below.Near.Concat(Above.Near).Any(t => t.Table.Kind == TableKind.Source && SameBase(t.Table) && Ask(t) == Says.NotInTree);

    /// <summary>In no list of keys that came or went, and in every older table: it was always there.</summary>
    public bool IsAncient => Upstream == UpstreamBracket.Unlisted && Below.All.Length > 1;

    public Says Ask(Testimony testimony) => Ask(testimony, evidence, notLoaded);

    public static Says Ask(Testimony testimony, KeyEvidence evidence, bool notLoaded)
    {
        if (testimony.Table.Kind == TableKind.Source)
        {
            return testimony.Row is not null ? Says.InTree : evidence.InSomeSource && !notLoaded ? Says.NotInTree : Says.Nothing;
        }

        var mayBeModule = evidence.Module is not null || !evidence.Measured;
        return testimony.Row is not null ? Says.Present
            : notLoaded || mayBeModule && !testimony.Table.ModulesLoaded ? Says.Nothing
            : Says.Missing;
    }

    /// <summary>Beyond Red Hat's last table its next release lies between that table and mainline, from which it takes what it adds.</summary>
    private ImmutableArray<Testimony> Newer(ImmutableArray<Testimony> usable)
    {
        var newer = usable.Where(t => t.Table.Version > kernel.Version).ToImmutableArray();
        return newer.IsEmpty && kernel.Family == KernelFamily.RedHat && !Upstream.DistributionOnly
            ? [.. evidence.Testimonies.Where(t => t.Table.Version > kernel.Version)]
            : newer;
    }

    private bool IsUsable(Testimony testimony)
    {
        var redHat = kernel.Family == KernelFamily.RedHat;
        return redHat == (testimony.Table.Family == KernelFamily.RedHat)
            && !(Upstream.DistributionOnly && testimony.Table.Kind == TableKind.Source && testimony.Table.Family != kernel.Family)
            && !(Upstream.DistributionOnly && kernel.Family == KernelFamily.Ubuntu && testimony.Table.Family != kernel.Family);
    }

    private bool IsOlder(EvidenceTable table) =>
        SameSeries(table) || Timeline.BuiltIn.Of(table).Latest <= window.Earliest;

    private bool IsNewer(EvidenceTable table) =>
        SameSeries(table) || Timeline.BuiltIn.Of(table).Earliest >= window.Latest || table == LastTable();

    private bool SameSeries(EvidenceTable table) =>
        table.Version.Patch is not null && kernel.Version.Patch is not null && SameBase(table);

    private bool SameBase(EvidenceTable table) => table.Version with { Patch = null } == kernel.Version with { Patch = null };

    private EvidenceTable? LastTable() => evidence.Testimonies.IsEmpty ? null : evidence.Testimonies[^1].Table;

    private Side Side(ImmutableArray<Testimony> outward, Func<EvidenceTable, bool> sureInTime)
    {
        var wantsMeasured = kernel.Family is KernelFamily.Upstream or KernelFamily.Debian or KernelFamily.Other && evidence.Measured
            && outward.Any(t => Ask(t) is Says.Present or Says.Missing);
        var near = ImmutableArray.CreateBuilder<Testimony>();
        var all = ImmutableArray.CreateBuilder<Testimony>();
        var (anchored, sure) = (false, false);
        foreach (var testimony in outward.Where(t => Ask(t) != Says.Nothing))
        {
            if (anchored && sure)
            {
                break;
            }

            all.Add(testimony);
            if (!anchored)
            {
                near.Add(testimony);
            }

            anchored |= wantsMeasured ? testimony.Table.Kind == TableKind.Measured : evidence.Measured || testimony.Table.Kind == TableKind.Source;
            sure |= sureInTime(testimony.Table);
        }

        return new Side(near.ToImmutable(), all.ToImmutable(), sure);
    }
}

/// <summary>The tables on one side, nearest first.</summary>
/// <param name="Near">Up to the first table that decides (a measured one, where there is any).</param>
/// <param name="All">Up to the first that decides and one that is surely older or newer.</param>
/// <param name="SureInTime">Such a one was met.</param>
internal sealed record Side(ImmutableArray<Testimony> Near, ImmutableArray<Testimony> All, bool SureInTime);
