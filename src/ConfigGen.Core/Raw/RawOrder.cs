using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Raw;

/// <summary>Which of several sysctl files has the last word on a key: files of one host, by the order in which sysctl.d(5) reads them.</summary>
internal static class RawOrder
{
    private const string Main = "sysctl.conf";

    // From the strongest: a file hides those of the same name in the folders after it.
    private static readonly string[] Folders = ["etc/sysctl.d", "run/sysctl.d", "usr/local/lib/sysctl.d", "usr/lib/sysctl.d", "lib/sysctl.d"];

    /// <summary>What is overridden, by the path of the file that it stands in.</summary>
    public static ILookup<string, Finding> Overridden(IEnumerable<RawReading> readings) => readings
        .Where(r => r.File.Form?.Kind == RawKind.Sysctl)
        .Select(r => (Reading: r, Place: Place(r.File.Source.Path)))
        .Where(r => r.Place.Host is not null)
        .GroupBy(r => r.Place.Host!, StringComparer.Ordinal)
        .SelectMany(host => Overridden(
            [.. host.OrderBy(r => r.Place.Name == Main ? 1 : 0).ThenBy(r => r.Place.Name, StringComparer.Ordinal).ThenBy(r => r.Place.Rank).DistinctBy(r => r.Place.Name).Select(r => r.Reading)]))
        .ToLookup(f => f.Span!.Source.Path, StringComparer.Ordinal);

    private static IEnumerable<Finding> Overridden(ImmutableArray<RawReading> inOrder)
    {
        var last = new Dictionary<string, RawSetting>(StringComparer.Ordinal);
        foreach (var setting in inOrder.Reverse().SelectMany(r => r.Settings).Where(s => !last.TryAdd(s.Key.Name, s)))
        {
            var winner = last[setting.Key.Name];
            if (winner.Value.Text != setting.Value.Text)
            {
                var line = winner.KeySpan.Start.Line.ToString(CultureInfo.InvariantCulture);
                yield return Finding.Of(RawCodes.OverriddenFile, setting.KeySpan, $"{setting.Key} = {RawLines.Short(setting.Value.Text)} is overridden by {winner.KeySpan.Source.Path}:{line}, which is read later: {RawLines.Shown(winner.Value)} is in force.")
                    .WithRelated(winner.KeySpan, "the file that is read last counts")
                    .WithHelp("keep one of the two lines, unless the later file is meant to correct this one")
                    .About(setting.Key.Name);
            }
        }
    }

    // Files belong to one host when they stand in the same folder, or in the system's own folders below the same top.
    private static (string? Host, string Name, int Rank) Place(string path)
    {
        var slash = path.LastIndexOf('/');
        var (folder, name) = (slash < 0 ? "" : path[..slash], path[(slash + 1)..]);
        var rank = Array.FindIndex(Folders, f => folder == f || folder.EndsWith("/" + f, StringComparison.Ordinal));
        return rank >= 0 ? (folder[..^Folders[rank].Length] + "/", name, rank)
            : name == Main && (folder == "etc" || folder.EndsWith("/etc", StringComparison.Ordinal)) ? (folder[..^"etc".Length] + "/", name, 0)
            : (folder == "sysctl.d" || folder.EndsWith("/sysctl.d", StringComparison.Ordinal) ? folder : null, name, 0);
    }
}
