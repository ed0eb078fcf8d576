using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>The days between which a kernel was made.</summary>
internal readonly record struct TimeWindow(DateOnly Earliest, DateOnly Latest);

/// <summary>When kernels appeared, from series.pack: point releases carry changes back, so that order by version is not order in time.</summary>
internal sealed class Timeline
{
    private static readonly DateOnly Open = new(9999, 12, 31);
    private readonly ImmutableArray<(KernelVersion Series, DateOnly Released, bool LongTerm)> series;

    private Timeline(ImmutableArray<(KernelVersion Series, DateOnly Released, bool LongTerm)> series) => this.series = series;

    public static Timeline BuiltIn { get; } = Read(PackFile.BuiltIn("series"));

    /// <summary>The window of a kernel known by version alone.</summary>
    /// <remarks>
    /// A series starts on its release day. Point releases of 5.10, 6.1 and 6.12 came every six to eight days on average; half and twice that are the
    /// limits here. A series without long-term support ends within five months; for the others, and for distribution trees, the end is open.
    /// </remarks>
    public TimeWindow Of(KernelVersion version, KernelFamily family)
    {
        var index = series.Length - 1;
        while (index > 0 && SeriesOf(version) < series[index].Series)
        {
            index--;
        }

        var (known, released, longTerm) = series[index];
        var distribution = family is KernelFamily.Ubuntu or KernelFamily.RedHat;
        if (known != SeriesOf(version) || distribution)
        {
            return new TimeWindow(released, Open);
        }

        var patch = version.Patch ?? 0;
        var latest = !longTerm ? released.AddDays(150) : version.Patch is null ? Open : released.AddDays(60 + 14 * patch);
        return new TimeWindow(released.AddDays(3 * patch), latest);
    }

    /// <summary>The window of a table: the day it was built, where it says so.</summary>
    public TimeWindow Of(EvidenceTable table) =>
        table.Built is { } day ? new TimeWindow(day, day) : Of(table.Version, table.Family);

    private static KernelVersion SeriesOf(KernelVersion version) => version with { Patch = null };

    private static Timeline Read(PackFile? pack) =>
        new([
            .. (pack?.All() ?? []).Select(line => (
                KernelVersion.TryParse(line[0], out var version) ? version : default,
                DateOnly.ParseExact(line[1], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                line[2] == "longterm")).OrderBy(s => s.Item1),
        ]);
}
