using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>
/// Red Hat's minor releases that have no table: told from the table of a later minor release by taking back what each release in between changed
/// (rhel-minor.pack).
/// </summary>
internal sealed class RedHatMinors
{
    private const string Suffix = "-rhel";
    private readonly PackFile? pack;
    private readonly Lazy<ImmutableHashSet<KernelVersion>> compared;

    public RedHatMinors(PackFile? pack)
    {
        this.pack = pack;
        compared = new(() => [.. (pack?.All() ?? []).SelectMany(line => new[] { Release(line[1]), Release(line[2]) })]);
    }

    public static RedHatMinors BuiltIn { get; } = new(PackFile.BuiltIn("rhel-minor"));

    /// <summary>The table of a minor release by its name ("5.14-rhel9.4"); null when no later release has a table or its trees were not compared.</summary>
    public EvidenceTable? Table(string name, ImmutableArray<EvidenceTable> tables) =>
        ReleaseOf(name) is { } release && Base(release, name, tables) is { } later && IsCompared(release) ? later with { Name = name, Built = null } : null;

    /// <summary>What such a table says about a key; null when the change lies between two releases that were compared and this one lies between them, too.</summary>
    public Testimony? About(KeyEvidence known, EvidenceTable minor)
    {
        if (ReleaseOf(minor.Name) is not { } release
            || Base(release, minor.Name, [.. known.Testimonies.Select(t => t.Table)]) is not { } later)
        {
            return null;
        }

        var row = known.Testimonies.First(t => t.Table == later).Row;
        foreach (var change in Changes(known.Key).Where(c => c.To.Major == release.Major && c.To <= ReleaseOf(later.Name) && c.To > release).OrderByDescending(c => c.To))
        {
            if (change.From < release)
            {
                return null;
            }

            row = change.TakeBack(row);
        }

        return new Testimony(minor, row);
    }

    private bool IsCompared(KernelVersion release) => compared.Value.Any(r => r.Major == release.Major && r <= release);

    private static EvidenceTable? Base(KernelVersion release, string name, ImmutableArray<EvidenceTable> tables) =>
        tables.FirstOrDefault(t => ReleaseOf(t.Name) is { } later && later.Major == release.Major && later > release
            && t.Name.StartsWith(name[..(name.IndexOf(Suffix, StringComparison.Ordinal) + Suffix.Length)], StringComparison.Ordinal));

    private static KernelVersion? ReleaseOf(string name) =>
        name.IndexOf(Suffix, StringComparison.Ordinal) is >= 0 and var at && KernelVersion.TryParse(name[(at + Suffix.Length)..], out var release) ? release : null;

    /// <summary>Changes of conf.all are listed once for default and lo, too.</summary>
    private IEnumerable<RedHatChange> Changes(string key)
    {
        var lines = pack?.Lines(key) ?? [];
        if (lines.IsEmpty && KeyPattern.Interface(key) is "default" or "lo")
        {
            lines = pack?.Lines(key.Replace(".conf.default.", ".conf.all.", StringComparison.Ordinal).Replace(".conf.lo.", ".conf.all.", StringComparison.Ordinal)
                .Replace(".neigh.lo.", ".neigh.default.", StringComparison.Ordinal)) ?? [];
        }

        return lines.Select(line => new RedHatChange(Release(line[0]), Release(line[1]), line[2], line[3]));
    }

    private static KernelVersion Release(string text) =>
        KernelVersion.TryParse(text, out var release) ? release : throw new InvalidDataException($"rhel-minor.pack names no release: {text}");
}

/// <summary>What one minor release changed about one key.</summary>
/// <param name="From">The last release compared that did not have the change.</param>
/// <param name="To">The first that has it.</param>
/// <param name="What">added, removed, range, default or mode.</param>
/// <param name="Before">What it was: "int 0..1" of a key, "0..1" of a range, the value itself of a default or mode.</param>
internal sealed record RedHatChange(KernelVersion From, KernelVersion To, string What, string Before)
{
    /// <summary>The row before the change; null when the key was not there.</summary>
    public TableRow? TakeBack(TableRow? row) => What switch
    {
        "added" => null,
        "removed" => Removed(),
        "range" => row?.With(Bounds(Before)),
        _ => row?.With([(What, Before)]),
    };

    /// <summary>The row of a key that the later release no longer has; nothing is known of it but its type and bounds.</summary>
    private TableRow Removed() => new TableRow(["type", "min", "max", "mode", "default"], [Before.Split(' ')[0], "", "", "", ""]).With(Bounds(Before.Split(' ')[^1]));

    private static (string Column, string Value)[] Bounds(string range) =>
        range.Split("..") is [var low, var high] ? [("min", low), ("max", high)] : [];
}
