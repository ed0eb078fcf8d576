using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>What one table says about one key; no row means that the table lacks the key.</summary>
internal sealed class Testimony
{
    private static readonly SysctlFact Nobody = new("", new Kernel(default, KernelFamily.Upstream, null), Existence.Unknown, Evidence.None);
    private SysctlFact? facts;
    private SourceRange? stated;

    public Testimony(EvidenceTable table, TableRow? row)
    {
        Table = table;
        Row = row;
    }

    public EvidenceTable Table { get; }

    public TableRow? Row { get; }

    /// <summary>The row's attributes, read once; only where there is a row. Key, kernel and existence are not filled in.</summary>
    public SysctlFact Facts => facts ??= RowReader.Read(Nobody, this);

    /// <summary>The bounds that a source row states; only where there is a row.</summary>
    public SourceRange Stated => stated ??= SourceRange.Read(Row!);
}

/// <summary>Every table at hand, minus those set aside.</summary>
internal sealed class EvidenceSet
{
    private readonly ImmutableArray<(EvidenceSource Source, ImmutableHashSet<string> SetAside)> sources;
    private readonly ConcurrentDictionary<(string Table, string Folder), bool> folders = [];
    private readonly ConcurrentDictionary<string, KeyEvidence> cache = new(StringComparer.Ordinal);

    public EvidenceSet(ImmutableArray<(EvidenceSource Source, ImmutableHashSet<string> SetAside)> sources)
    {
        this.sources = sources;
        Tables =
        [
            .. sources.SelectMany(s => s.Source.Tables.Where(t => !s.SetAside.Contains(t.Name)))
                .OrderBy(t => t.Version).ThenBy(t => t.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>In version order.</summary>
    public ImmutableArray<EvidenceTable> Tables { get; }

    public IEnumerable<string> Keys => sources.SelectMany(s => s.Source.Keys).Distinct(StringComparer.Ordinal);

    public EvidenceSet Without(string table) => new([.. sources.Select(s => (s.Source, s.SetAside.Add(table)))]);

    /// <summary>A table of a name that is taken replaces the one that has it.</summary>
    public EvidenceSet With(EvidenceSource source) =>
        new(source.Tables.Aggregate(this, (set, table) => set.Without(table.Name)).sources.Add((source, [])));

    /// <summary>What every table says about a key, in version order. Keys of no table are not remembered, so that hostile input costs no memory.</summary>
    public KeyEvidence About(string key)
    {
        if (cache.TryGetValue(key, out var known))
        {
            return known;
        }

        var evidence = new KeyEvidence(key, [.. sources.SelectMany(s => From(s.Source, s.SetAside, key)).OrderBy(t => t.Table.Version).ThenBy(t => t.Table.Name, StringComparer.Ordinal)]);
        return evidence.IsKnown ? cache.GetOrAdd(key, evidence) : evidence;
    }

    /// <summary>Whether a table has any key in the folder of this one: "net.mptcp." for net.mptcp.enabled.</summary>
    public bool HasFolderOf(string key, EvidenceTable table) =>
        folders.GetOrAdd((table.Name, key[..(key.LastIndexOf('.') + 1)]), asked => sources.Any(s => s.Source.Tables.IndexOf(table) is >= 0 and var index && s.Source.HasUnder(index, asked.Folder)));

    private static IEnumerable<Testimony> From(EvidenceSource source, ImmutableHashSet<string> setAside, string key)
    {
        var rows = source.Rows(key);
        for (var i = 0; i < source.Tables.Length; i++)
        {
            if (!setAside.Contains(source.Tables[i].Name))
            {
                yield return new Testimony(source.Tables[i], rows.IsEmpty ? null : rows[i]);
            }
        }
    }
}

/// <summary>What every table says about one key, in version order.</summary>
internal sealed class KeyEvidence
{
    public KeyEvidence(string key, ImmutableArray<Testimony> testimonies)
    {
        Key = key;
        Testimonies = testimonies;
        var rows = testimonies.Where(t => t.Row is not null).ToList();
        IsKnown = rows.Count > 0;
        Measured = rows.Exists(t => t.Table.Kind == TableKind.Measured);
        InSomeSource = rows.Exists(t => t.Table.Kind == TableKind.Source);
        Module = rows.Select(t => t.Row!["module"]).LastOrDefault(m => m.Length > 0);
        JiffiesType = rows.Select(t => t.Row!["type"]).LastOrDefault(type => type.EndsWith("jiffies", StringComparison.Ordinal));
    }

    public string Key { get; }

    public ImmutableArray<Testimony> Testimonies { get; }

    /// <summary>What was already worked out for a kernel.</summary>
    public ConcurrentDictionary<Kernel, KernelView> Views { get; } = [];

    /// <summary>Some table has the key.</summary>
    public bool IsKnown { get; }

    /// <summary>Some measured table has the key.</summary>
    public bool Measured { get; }

    /// <summary>Some source table has the key: then their silence means something.</summary>
    public bool InSomeSource { get; }

    /// <summary>The module that brought the key in some measured table; null when none did.</summary>
    public string? Module { get; }

    /// <summary>jiffies, ms-jiffies or userhz-jiffies, where a source table says so: then the bounds depend on HZ.</summary>
    public string? JiffiesType { get; }
}
