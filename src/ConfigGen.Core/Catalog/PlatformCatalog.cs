using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>The distribution releases that a target may name.</summary>
public sealed class PlatformCatalog
{
    private readonly PackFile? pack;
    private readonly SysctlCatalog tables;
    private readonly ConcurrentDictionary<string, ImmutableArray<Platform>> read = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableSortedDictionary<string, Platform>> everyOne;

    private PlatformCatalog(PackFile? pack, SysctlCatalog tables)
    {
        this.pack = pack;
        this.tables = tables;
        everyOne = new(() => (pack?.Keys() ?? []).SelectMany(id => WithMinors(id)).ToImmutableSortedDictionary(p => p.Id, p => p, StringComparer.Ordinal));
    }

    /// <summary>The platforms that travel inside the tool.</summary>
    public static PlatformCatalog BuiltIn { get; } = new(PackFile.BuiltIn("platforms"), SysctlCatalog.BuiltIn);

    /// <summary>Every platform but the minor releases, ordered by id.</summary>
    public IEnumerable<Platform> All => everyOne.Value.Values.Where(p => p.MinorOf is null);

    /// <summary>Every platform but the minor releases in few words: "debian-11, -12, -13; fedora-43, …".</summary>
    public string Listing => string.Join("; ", All.GroupBy(p => NameOf(p.Id), StringComparer.Ordinal)
        .Select(g => g.Key + string.Join(", ", g.Select(p => p.Id[g.Key.Length..]))));

    /// <summary>The minor releases of a platform, ordered by id; empty where it has none.</summary>
    public IEnumerable<Platform> MinorsOf(string id) => WithMinors(id).Where(p => p.MinorOf == id).OrderBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>The platform or minor release of that id; null when there is none.</summary>
    /// <remarks>Reads that platform alone: a run needs two or three of them.</remarks>
    public Platform? Find(string id) =>
        WithMinors(id).FirstOrDefault() ?? (id.LastIndexOf('.') is > 0 and var dot ? WithMinors(id[..dot]).FirstOrDefault(p => p.Id == id) : null);

    /// <summary>Ids that look like a mistyped one or name the same release otherwise, best first.</summary>
    public ImmutableArray<string> Suggest(string id, int max = 3) => PlatformSuggestions.For(id, everyOne.Value.Values, max);

    /// <summary>Every known kernel for "6.12" or "6.12.117" (the version alone where no table describes it); empty when the text is no version.</summary>
    public ImmutableArray<Kernel> Kernels(string kernelVersion) =>
        KernelVersion.TryParse(kernelVersion, out var version) ? tables.Kernels(version) : [];

    private static string NameOf(string id) => id.LastIndexOf('-') is > 0 and var dash && char.IsAsciiDigit(id[dash + 1]) ? id[..dash] : id;

    /// <summary>The platform, then its minor releases; empty when there is none of that id. Unknown ids are not remembered, so that hostile input costs no memory.</summary>
    private ImmutableArray<Platform> WithMinors(string id)
    {
        if (read.TryGetValue(id, out var known) || pack?.Lines(id) is not { IsEmpty: false } lines)
        {
            return known.IsDefault ? [] : known;
        }

        return read.GetOrAdd(id, [.. new PlatformReader(Resolved(lines), tables).Read(id)]);
    }

    private ImmutableArray<ImmutableArray<string>> Resolved(ImmutableArray<ImmutableArray<string>> own) =>
        own.FirstOrDefault(l => l[0] == "like") is { IsDefault: false } like ? PlatformReader.Like(own, pack!.Lines(like[1])) : own;
}
