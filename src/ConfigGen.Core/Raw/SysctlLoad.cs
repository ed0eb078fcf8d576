using System.Collections.Immutable;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Raw;

/// <summary>What applies sysctl files.</summary>
public enum SysctlLoader
{
    /// <summary>systemd-sysctl, at boot.</summary>
    Systemd,

    /// <summary><c>sysctl --system</c> of procps.</summary>
    Procps,
}

/// <summary>Why a line is without effect.</summary>
public enum SysctlLoss
{
    /// <summary>Its file is hidden by one of the same name.</summary>
    HiddenFile,

    /// <summary>A line that is read later gives the key another value.</summary>
    LaterLine,

    /// <summary>A line that is read later gives the key the same value.</summary>
    Repeated,

    /// <summary>A later exclusion takes it back; systemd alone does so.</summary>
    Exclusion,
}

/// <summary>A file that the loader does not read.</summary>
/// <param name="File">The file.</param>
/// <param name="By">The file of the same name that is read in its place; null where the loader never reads such a file.</param>
public sealed record UnreadSysctlFile(SysctlTreeFile File, SysctlTreeFile? By);

/// <summary>A line without effect.</summary>
/// <param name="Line">The line.</param>
/// <param name="Loss">Why.</param>
/// <param name="Winner">The line that counts; null for a hidden file.</param>
/// <param name="By">The file that counts.</param>
public sealed record LostSysctlLine(SysctlLine Line, SysctlLoss Loss, SysctlLine? Winner, SysctlTreeFile By);

/// <summary>What one loader makes of the files of a host.</summary>
/// <param name="Loader">Which.</param>
/// <param name="Files">What it reads, in order.</param>
/// <param name="Unread">What it does not read although it stands in its folders, or is /etc/sysctl.conf.</param>
/// <param name="Settings">Plain assignments that are in force in the end, in the order in which they are written; each key once.</param>
/// <param name="Patterns">Assignments to patterns, in the order in which they are written; plain assignments and exclusions go before them, of two patterns the last counts.</param>
/// <param name="Exclusions">Exclusions that hold.</param>
/// <param name="Lost">Lines without effect, in the order of the files that are read, hidden files last.</param>
/// <param name="Odd">Lines that it cannot take, in the order of the files that are read.</param>
public sealed record SysctlLoad(
    SysctlLoader Loader,
    ImmutableArray<SysctlTreeFile> Files,
    ImmutableArray<UnreadSysctlFile> Unread,
    ImmutableArray<SysctlLine> Settings,
    ImmutableArray<SysctlLine> Patterns,
    ImmutableArray<SysctlLine> Exclusions,
    ImmutableArray<LostSysctlLine> Lost,
    ImmutableArray<OddSysctlLine> Odd)
{
    private readonly Lazy<Dictionary<string, SysctlLine>> _byName = new(() => Settings.ToDictionary(s => s.Key.Name, StringComparer.Ordinal));

    /// <summary>The line that decides a key (no pattern) which exists on the host; null where no file sets it.</summary>
    public SysctlLine? For(SysctlKey key) =>
        _byName.Value.GetValueOrDefault(key.Name)
        ?? (Exclusions.Any(e => e.Key == key) ? null : Patterns.LastOrDefault(p => SysctlPattern.Matches(p.Key, key)));

    internal static SysctlLoad Of(SysctlLoader loader, ImmutableArray<SysctlTreeFile> all)
    {
        var inFolders = all.Where(f => SysctlTree.Folders.Contains(f.Folder, StringComparer.Ordinal)).ToList();
        var fragments = inFolders.Where(f => Reads(loader, f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => SysctlTree.Folders.IndexOf(f.Folder)).ToList();
        var strongest = fragments.DistinctBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, StringComparer.Ordinal);
        var main = all.Where(f => f.Path == SysctlTree.Main).ToList();
        var reading = new SysctlReading(loader, [.. fragments.Where(f => strongest[f.Name] == f), .. loader == SysctlLoader.Procps ? main : []]);
        reading.Hide(fragments.Where(f => strongest[f.Name] != f).Select(f => (f, strongest[f.Name])));
        var unread = inFolders.Where(f => !strongest.TryGetValue(f.Name, out var by) || by != f).Concat(loader == SysctlLoader.Procps ? [] : main);
        return reading.Result([.. unread.Select(f => new UnreadSysctlFile(f, strongest.GetValueOrDefault(f.Name)))]);
    }

    // systemd passes over hidden files, procps does not.
    private static bool Reads(SysctlLoader loader, string name) =>
        name.EndsWith(".conf", StringComparison.Ordinal) && (loader == SysctlLoader.Procps || name[0] != '.');
}
