using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>The days between which a kernel was made.</summary>
internal readonly record struct TimeWindow(DateOnly Earliest, DateOnly Latest);

/// <summary>When kernels appeared, from series.pack: point releases carry changes back, so that order by version is not order in time.</summary>
internal sealed class Timeline
{
    private static readonly DateOnly Open = new(9999, 12, 31);
    private readonly List<(KernelVersion Series, DateOnly Released, bool LongTerm)> series;
    private readonly Dictionary<string, DateOnly?> treeDates;
    private readonly ILookup<KernelVersion, (int Patch, DateOnly Day)> outBy;

    private Timeline(IEnumerable<ImmutableArray<string>> lines)
    {
        var parsed = lines.Select(line => (
            Name: line[0],
            Released: DateOnly.ParseExact(line[1], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Kind: line[2])).ToList();
        series = [.. parsed.Where(l => l.Kind is "longterm" or "stable").Select(l => (Version(l.Name), l.Released, l.Kind == "longterm")).OrderBy(l => l.Item1)];
        treeDates = parsed.Where(l => l.Kind == "tree").ToDictionary(l => l.Name, l => (DateOnly?)l.Released, StringComparer.Ordinal);
        outBy = parsed.Where(l => l.Kind == "upload").Select(l => (Version: Version(l.Name), l.Released))
            .ToLookup(l => SeriesOf(l.Version), l => (l.Version.Patch ?? 0, l.Released));
    }

    public static Timeline BuiltIn { get; } = new(PackFile.BuiltIn("series")?.All() ?? []);

    /// <summary>The window of a kernel known by version alone.</summary>
    /// <remarks>
    /// A series starts on its release day. Point releases of 5.10, 6.1 and 6.12 came every six to eight days on average; half and twice that are the
    /// limits here, unless the point release, or a later one of its series, is known to have been out by a day. A series without long-term support ends
    /// within five months; for the others, and for distribution trees, the end is open.
    /// </remarks>
    public TimeWindow Of(KernelVersion version, KernelFamily family)
    {
        var index = series.Count - 1;
        while (index > 0 && SeriesOf(version) < series[index].Series)
        {
            index--;
        }

        var (known, released, longTerm) = series[index];
        var distribution = family is KernelFamily.Ubuntu or KernelFamily.RedHat or KernelFamily.Other;
        if (known != SeriesOf(version) || distribution)
        {
            return new TimeWindow(released, distribution ? Open : OutBy(version) ?? Open);
        }

        var patch = version.Patch ?? 0;
        var latest = !longTerm ? released.AddDays(150) : version.Patch is null ? Open : released.AddDays(60 + 14 * patch);
        return new TimeWindow(released.AddDays(3 * patch), OutBy(version) is { } day && day < latest ? day : latest);
    }

    /// <summary>The first day on which this point release or a later one of its series was seen; null when none was, or for a whole series.</summary>
    private DateOnly? OutBy(KernelVersion version) =>
        version.Patch is null ? null : outBy[SeriesOf(version)].Where(seen => seen.Patch >= version.Patch).Select(seen => (DateOnly?)seen.Day).Min();

    /// <summary>The day a series was released; null when it is not listed.</summary>
    public DateOnly? Released(KernelVersion version)
    {
        var index = series.FindIndex(s => s.Series == SeriesOf(version));
        return index < 0 ? null : series[index].Released;
    }

    /// <summary>The window of a table: the day it was built, where it says so.</summary>
    public TimeWindow Of(EvidenceTable table) =>
        (table.Built ?? treeDates.GetValueOrDefault(table.Name)) is { } day ? new TimeWindow(day, day) : Of(table.Version, table.Family);

    private static KernelVersion SeriesOf(KernelVersion version) => version with { Patch = null };

    private static KernelVersion Version(string text) =>
        KernelVersion.TryParse(text, out var version) ? version : throw new InvalidDataException($"series.pack names no version: {text}");
}
