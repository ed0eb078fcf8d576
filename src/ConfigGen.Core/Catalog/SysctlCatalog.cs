using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>Everything known about sysctl keys: measured tables, tables read from source, upstream version brackets and what is written about them.</summary>
/// <remarks>Immutable and safe for use from several threads. How an answer is found is told in .github/adr/0004-catalogue-evidence.md.</remarks>
public sealed class SysctlCatalog
{
    private readonly EvidenceSet evidence;
    private readonly PackFile? upstream;
    private readonly CuratedCatalog curated;
    private readonly HostDependence host = HostDependence.BuiltIn;
    private readonly RedHatMinors minors = RedHatMinors.BuiltIn;

    private readonly ImmutableDictionary<string, CapturedTable> captured = ImmutableDictionary.Create<string, CapturedTable>(StringComparer.Ordinal);

    private SysctlCatalog(SysctlCatalog other, CapturedTable table)
        : this(other.evidence, other.upstream, other.curated) => captured = other.captured.SetItem(table.Name, table);

    private SysctlCatalog(EvidenceSet evidence, PackFile? upstream, CuratedCatalog curated)
    {
        this.evidence = evidence;
        this.upstream = upstream;
        this.curated = curated;
    }

    /// <summary>The facts that travel inside the tool.</summary>
    public static SysctlCatalog BuiltIn { get; } = new(BuiltInEvidence(), PackFile.BuiltIn("upstream"), CuratedCatalog.BuiltIn);

    /// <summary>Every table, in version order.</summary>
    public ImmutableArray<EvidenceTable> Tables => evidence.Tables;

    /// <summary>Every key of every table and entry, in ordinal order. A walk over all packs.</summary>
    public IEnumerable<string> Keys =>
        LiveKeys.Concat(curated.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private IEnumerable<string> LiveKeys => evidence.Keys.Concat(upstream?.Keys() ?? []).Distinct(StringComparer.Ordinal);

    /// <summary>The topic of every key that something is written about. A walk over the pack.</summary>
    public IEnumerable<(string Key, string Topic)> Topics => curated.Topics;

    /// <summary>The same catalogue without one table, to compare its answers with what that table says.</summary>
    public SysctlCatalog Without(string table) => new(evidence.Without(table), upstream, curated);

    /// <summary>The same catalogue without the upstream version brackets.</summary>
    public SysctlCatalog WithoutUpstreamBrackets() => new(evidence, null, curated);

    /// <summary>
    /// The same catalogue with one table more, in either format (tab-separated, a header line that starts with "key"). The name starts with the
    /// kernel's version. Null when the text is not such a table.
    /// </summary>
    public SysctlCatalog? WithTable(string name, string text) =>
        TextTable.Parse(name, text) is { } table ? new(evidence.With(table), upstream, curated) : null;

    /// <summary>The same catalogue with the table of one host more, which answers for kernels of that name; null when the text is no such table.</summary>
    /// <param name="name">How kernels and messages name the host.</param>
    /// <param name="host">The head of the table.</param>
    /// <param name="rows">The rest of it.</param>
    public SysctlCatalog? WithHost(string name, CapturedHost host, string rows) =>
        CapturedTable.Parse(name, new Kernel(host.Kernel, host.Family, null), rows) is { } table ? new(this, table) : null;

    /// <summary>One row as its table has it, every column; null when the table is not known or lacks the key.</summary>
    public TableRow? Row(string key, string table) =>
        evidence.About(key).Testimonies.FirstOrDefault(t => t.Table.Name == table)?.Row;

    /// <summary>What a measured table says about values that its kernel takes and does not keep; empty where it keeps what it takes, or nobody measured.</summary>
    public ImmutableArray<ReadBack> ReadBacks(string key, string table)
    {
        var row = KeyPattern.Representative(key);
        return captured.TryGetValue(table, out var host)
            ? host.ReadBacks(row) ?? (Kernels(host.Kernel.Version, host.Kernel.Family) is [{ Table: { } known }] ? ReadBacks(key, known) : [])
            : Row(row, table) is { } cells ? ReadBack.Parse(cells["not_held"]) : [];
    }

    /// <summary>The kernels that a version stands for: every table of the series for "6.12", the exact one for "6.12.117", else the version alone.</summary>
    public ImmutableArray<Kernel> Kernels(KernelVersion version, KernelFamily family = KernelFamily.Upstream)
    {
        var tables = TablesOf(new Kernel(version, family, null));
        return tables.IsEmpty ? [new Kernel(version, family, null)] : [.. tables.Select(t => new Kernel(t.Version, family, t.Name))];
    }

    /// <summary>What a kernel says about a key, given in sysctl spelling. Keys of one interface are answered by the row of "default".</summary>
    public SysctlFact Lookup(string key, Kernel kernel)
    {
        if (HostOf(kernel) is { } host)
        {
            var row = KeyPattern.Representative(key);
            return host.About(Lookup(row, host.Kernel), Module(row) is not null || !IsMeasured(row)) with { Key = key, Kernel = kernel };
        }

        var known = evidence.About(KeyPattern.Representative(key));
        var fact = View(known, kernel).Fact;
        return key == known.Key ? fact : fact with { Key = key };
    }

    /// <summary>Whether a kernel accepts a value (fields separated by spaces or tabs).</summary>
    public Verdict Accepts(string key, Kernel kernel, string value)
    {
        if (HostOf(kernel) is { } host)
        {
            return host.Judge(KeyPattern.Representative(key), value) ?? Accepts(key, host.Kernel, value);
        }

        var known = evidence.About(KeyPattern.Representative(key));
        return known.IsKnown && !IsOwnBound(key) && View(known, kernel) is { Fact: { Existence: Existence.Exists, IsReadOnly: not true } } view
            ? view.Judged(value, v => Judge(known, v, kernel, ValueJudge.Split(value)))
            : Verdict.Unknown;
    }

    private CapturedTable? HostOf(Kernel kernel) => kernel.Table is { } name ? captured.GetValueOrDefault(name) : null;

    private Verdict Judge(KeyEvidence known, KernelView view, Kernel kernel, ImmutableArray<Int128> fields)
    {
        if (fields.IsEmpty)
        {
            return Verdict.Unknown;
        }

        var judge = new ValueJudge(known, host, fields, kernel.Family == KernelFamily.Debian);
        return view.Tables.IsEmpty ? judge.Between(view.Neighbours.Value) : Agreement([.. view.Tables.Select(t => judge.Exactly(t, view.Neighbours))]);
    }

    /// <summary>Whether any table, version bracket or entry knows the key, or it belongs to a family of keys that does.</summary>
    public bool IsKnown(string key) => IsInSomeKernel(key) || Curated(key) is not null;

    /// <summary>Whether some kernel at hand has the key: the rest of what is known is written about keys that are long gone.</summary>
    public bool IsInSomeKernel(string key) =>
        KeyPattern.Representative(key) is var row && (evidence.About(row).IsKnown || upstream is not null && !upstream.Lines(row).IsEmpty);

    /// <summary>Known keys that look like a mistyped one, best first; the same answer for the same key.</summary>
    public ImmutableArray<string> Suggest(string key, int max = 3) => Suggestions.For(key, LiveKeys, max);

    /// <summary>What is written about the key; null when nothing is. Keys of one interface share the entry of their family.</summary>
    public CuratedEntry? Curated(string key) => curated.Find(key);

    /// <summary>The module that brings the key, as measured on the newest kernel that needed one; null when built in or not known.</summary>
    public string? Module(string key) => evidence.About(KeyPattern.Representative(key)).Module;

    /// <summary>Some measured table has the key: then it is known whether a module brings it.</summary>
    internal bool IsMeasured(string key) => evidence.About(KeyPattern.Representative(key)).Measured;

    /// <summary>Some table that was read from source has the key: then the silence of another one means something.</summary>
    internal bool IsInSomeSource(string key) => evidence.About(KeyPattern.Representative(key)).InSomeSource;

    /// <summary>Values that another host may judge otherwise than the measured one, with the reason.</summary>
    public ImmutableArray<DoubtfulValues> Doubtful(string key) => [.. host.Doubtful(KeyPattern.Representative(key))];

    /// <summary>The default says something about the measured machine (memory, processors, random numbers), not about the kernel.</summary>
    public bool HasOwnDefault(string key) => host.HasOwnDefault(KeyPattern.Representative(key));

    private static Verdict Agreement(ImmutableArray<Verdict> verdicts) =>
        verdicts.Distinct().ToList() is [var one] ? one : Verdict.Unknown;

    /// <summary>The MTU of an interface is bounded by its device, which the row of "default" does not know.</summary>
    private static bool IsOwnBound(string key) =>
        key.EndsWith(".mtu", StringComparison.Ordinal) && KeyPattern.Interface(key) is not (null or "all" or "default" or "lo");

    private KernelView View(KeyEvidence known, Kernel kernel)
    {
        if (known.Views.TryGetValue(kernel, out var view))
        {
            return view;
        }

        var tables = TablesOf(kernel);
        var neighbours = new Lazy<Neighbours>(() => new Neighbours(known, kernel, Bracket(known.Key), host.IsNotLoaded(known.Key), table => evidence.HasFolderOf(known.Key, table)));
        var fact = new SysctlFact(known.Key, kernel, Existence.Unknown, Evidence.None);
        fact = tables.IsEmpty ? Interpolation.Answer(fact, known, neighbours.Value, host) : FactMerge.All([.. tables.Select(t => Exact(fact, known, t, neighbours))]);
        view = new KernelView(fact, neighbours, [.. tables.Select(t => TestimonyOf(known, t)).OfType<Testimony>()]);
        return known.Views.GetOrAdd(kernel, view);
    }

    private SysctlFact Exact(SysctlFact fact, KeyEvidence known, EvidenceTable table, Lazy<Neighbours> neighbours)
    {
        if (TestimonyOf(known, table) is not { } testimony)
        {
            return fact;
        }

        var sourced = fact with { Evidence = new Evidence(table.Kind == TableKind.Measured ? EvidenceLayer.Measured : EvidenceLayer.FromSource, [table.Name]) };
        if (testimony.Row is not null)
        {
            return RowReader.Read(sourced with { Existence = Existence.Exists }, testimony);
        }

        return neighbours.Value.Ask(testimony) is Says.Missing or Says.NotInTree
            ? sourced with { Existence = Existence.Absent }
            : Interpolation.Answer(fact, known, neighbours.Value, host);
    }

    /// <summary>What a table says about a key; null where a minor release is told from another one and the change lies somewhere between them.</summary>
    private Testimony? TestimonyOf(KeyEvidence known, EvidenceTable table) =>
        known.Testimonies.FirstOrDefault(t => t.Table == table) ?? minors.About(known, table);

    private UpstreamBracket Bracket(string key) =>
        BracketOf(key) ?? BracketOf(key.Replace(".default.", ".all.", StringComparison.Ordinal).Replace(".lo.", ".all.", StringComparison.Ordinal)) ?? UpstreamBracket.Unlisted;

    private UpstreamBracket? BracketOf(string key) => upstream?.Lines(key) is [var fields, ..] ? UpstreamBracket.Read(fields) : null;

    /// <summary>The tables that are this kernel: by name, or by version and family; measured ones before those read from source.</summary>
    private ImmutableArray<EvidenceTable> TablesOf(Kernel kernel)
    {
        if (kernel.Table is { } name)
        {
            var named = Tables.Where(t => t.Name == name).ToImmutableArray();
            return named.IsEmpty && minors.Table(name, Tables) is { } minor ? [minor] : named;
        }

        var matching = Tables.Where(t => IsVersion(t, kernel.Version) && IsFamily(t, kernel.Family)).ToImmutableArray();
        var measured = matching.Where(t => t.Kind == TableKind.Measured).ToImmutableArray();
        return measured.IsEmpty ? matching : measured;
    }

    private static bool IsVersion(EvidenceTable table, KernelVersion version) =>
        version.Patch is null ? table.Version with { Patch = null } == version : table.Version == version;

    private static bool IsFamily(EvidenceTable table, KernelFamily family) =>
        table.Family == family || family is KernelFamily.Upstream or KernelFamily.Debian && table.Family is KernelFamily.Upstream or KernelFamily.Debian;

    private static EvidenceSet BuiltInEvidence()
    {
        var sources = ImmutableArray.CreateBuilder<(EvidenceSource Source, ImmutableHashSet<string> SetAside)>();
        foreach (var (pack, kind) in new[] { ("observed", TableKind.Measured), ("from-source", TableKind.Source) })
        {
            if (PackFile.BuiltIn(pack) is { } file)
            {
                sources.Add((new PackedTables(file, kind), []));
            }
        }

        return new EvidenceSet(sources.ToImmutable());
    }
}
