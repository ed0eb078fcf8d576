using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Verify;

/// <summary>Whoever else sets kernel settings, after the sysctl files were applied: services with lists of their own, programs, scripts and units.</summary>
/// <remarks>
/// What each of them does was read in its own source or package: ufw's ufw-init-functions (IPT_SYSCTL), TuneD's plugin_sysctl (reapply_sysctl); the
/// rendered role looks for the same ones.
/// </remarks>
/// <param name="Texts">Files of the host by path.</param>
/// <param name="Enabled">Units that something wants at boot.</param>
/// <param name="Executable">Those of the files that are scripts to run.</param>
public sealed partial record OtherWriters(ImmutableSortedDictionary<string, string> Texts, ImmutableSortedSet<string> Enabled, ImmutableSortedSet<string> Executable)
{
    /// <summary>Plain files that matter, whether or not they are there.</summary>
    public static ImmutableArray<string> Files { get; } =
        ["/etc/ufw/ufw.conf", "/etc/default/ufw", SysctlTree.Ufw, "/etc/tuned/tuned-main.conf", ActiveProfile, "/etc/rc.local", "/etc/rc.d/rc.local", .. ServiceWriters.Files];

    /// <summary>Folders of scripts that run at boot, or when an interface comes up.</summary>
    public static ImmutableArray<string> ScriptFolders { get; } = ["/etc/network/if-up.d", "/etc/NetworkManager/dispatcher.d"];

    /// <summary>Folders all files of which matter.</summary>
    public static ImmutableArray<string> Folders { get; } = [ServiceWriters.LibvirtNetworks];

    /// <summary>Folders of units, from the strongest.</summary>
    public static ImmutableArray<string> UnitFolders { get; } =
        ["/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system"];

    /// <summary>Folders of TuneD's profiles, from the strongest.</summary>
    public static ImmutableArray<string> ProfileFolders { get; } = ["/etc/tuned", "/etc/tuned/profiles", "/usr/lib/tuned", "/usr/lib/tuned/profiles"];

    private const string ActiveProfile = "/etc/tuned/active_profile";

    /// <summary>Everybody who sets a key, in the order in which they come.</summary>
    public ImmutableArray<Writer> Of(SysctlKey key) => [.. Units(key), .. Scripts(key), .. Tuned(key), .. Ufw(key), .. ServiceWriters.Of(this, key)];

    private IEnumerable<Writer> Units(SysctlKey key) =>
        from name in Enabled
        let path = UnitFolders.Select(folder => $"{folder}/{name}").FirstOrDefault(Texts.ContainsKey)
        where path is not null
        from writer in Commands(path, key, "a unit that is enabled")
        select writer;

    private IEnumerable<Writer> Scripts(SysctlKey key) => Executable.SelectMany(path => Commands(path, key, "a script that runs at boot, or when an interface comes up"));

    private IEnumerable<Writer> Ufw(SysctlKey key)
    {
        if (!EnabledInUfw().IsMatch(Text("/etc/ufw/ufw.conf")))
        {
            return [];
        }

        var list = UfwList().Match(Text("/etc/default/ufw")) is { Success: true } match ? match.Groups["path"].Value.Trim('"', '\'', ' ', '\r') : SysctlTree.Ufw;
        return Lines(list, key, "applied by ufw after boot");
    }

    // By default TuneD applies the host's own files once more after its profile, so that those have the last word.
    private IEnumerable<Writer> Tuned(SysctlKey key)
    {
        var isLast = Enabled.Contains("tuned.service") && NotReapplied().IsMatch(Text("/etc/tuned/tuned-main.conf"));
        return isLast ? Profiles(Words(Text(ActiveProfile)), []).SelectMany(path => Lines(path, key, "TuneD's profile, applied after boot")) : [];
    }

    private IEnumerable<string> Profiles(IEnumerable<string> names, HashSet<string> seen)
    {
        foreach (var name in names)
        {
            var path = ProfileFolders.Select(folder => $"{folder}/{name}/tuned.conf").FirstOrDefault(Texts.ContainsKey);
            if (path is null || !seen.Add(path))
            {
                continue;
            }

            foreach (var included in Profiles(Includes().Matches(Texts[path]).SelectMany(m => Words(m.Groups["names"].Value.Replace(',', ' '))), seen))
            {
                yield return included;
            }

            yield return path;
        }
    }

    private IEnumerable<Writer> Lines(string path, SysctlKey key, string what) =>
        Texts.TryGetValue(path, out var text)
            ? SysctlLines.Read(new SourceText(path, text)).Lines.Where(l => l.Key == key && !l.IsExclusion).Select(l => WriterSearch.At(l with { Value = l.Value!.Trim('"', '\'') }, what))
            : [];

    private IEnumerable<Writer> Commands(string path, SysctlKey key, string what)
    {
        var lines = Text(path).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line is "" or ['#' or ';', ..])
            {
                continue;
            }

            var pairs = line.Contains("sysctl", StringComparison.Ordinal) ? Assignment().Matches(line) : Enumerable.Empty<Match>();
            foreach (var match in pairs.Concat(Echo().Matches(line)))
            {
                if (SysctlKey.TryParse(match.Groups["key"].Value.Trim('/'), out var name, out _) && name == key)
                {
                    yield return new Writer(path, i + 1, match.Groups["value"].Value.Trim('"', '\'', ' '), what);
                }
            }
        }
    }

    /// <summary>The text of a file; empty where it is not there.</summary>
    public string Text(string path) => Texts.GetValueOrDefault(path, "");

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^ENABLED=yes", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex EnabledInUfw();

    [GeneratedRegex("^IPT_SYSCTL=(?<path>.+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex UfwList();

    [GeneratedRegex(@"^\s*reapply_sysctl\s*=\s*(0|false|no)", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NotReapplied();

    [GeneratedRegex(@"^\s*include\s*=\s*(?<names>.+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Includes();

    [GeneratedRegex("""(?<key>[A-Za-z0-9_./:@-]+)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s;|&"']+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    [GeneratedRegex("""echo\s+(-n\s+)?(?<value>"[^"]*"|'[^']*'|[^\s>]+)\s*>\s*/proc/sys/(?<key>[^\s;|&"']+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Echo();
}
