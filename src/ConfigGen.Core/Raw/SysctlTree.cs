using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>A file that a loader may read.</summary>
/// <param name="Path">Where it stands on the host, such as /etc/sysctl.d/60-web.conf, whatever root it was read below.</param>
/// <param name="Source">Its text, a byte-order mark left in; empty for a link to /dev/null.</param>
public sealed record SysctlTreeFile(string Path, SourceText Source)
{
    /// <summary>The last part of the path: loaders sort and hide by it.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Its folder.</summary>
    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];
}

/// <summary>The sysctl files of one host or image, as each of the two loaders takes them: which files, in which order, and what is in force in the end.</summary>
public sealed record SysctlTree
{
    /// <summary>Read by procps alone, after everything else; systemd reads it where a link in sysctl.d points to it.</summary>
    public const string Main = "/etc/sysctl.conf";

    /// <summary>Applied by ufw's own service after boot (IPT_SYSCTL in /etc/default/ufw): neither loader reads it, and it has the last word.</summary>
    public const string Ufw = "/etc/ufw/sysctl.conf";

    private SysctlTree(SysctlLoad systemd, SysctlLoad procps, ImmutableArray<SysctlTreeFile> otherWriters) =>
        (Systemd, Procps, OtherWriters) = (systemd, procps, otherWriters);

    /// <summary>From the strongest: a file hides those of the same name in the folders after it (sysctl.d(5), sysctl(8)).</summary>
    public static ImmutableArray<string> Folders { get; } = ["/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d", "/lib/sysctl.d"];

    /// <summary>What systemd-sysctl does at boot.</summary>
    public SysctlLoad Systemd { get; }

    /// <summary>What <c>sysctl --system</c> does.</summary>
    public SysctlLoad Procps { get; }

    /// <summary>Files that neither loader reads and that another program applies: <see cref="Ufw"/>.</summary>
    public ImmutableArray<SysctlTreeFile> OtherWriters { get; }

    /// <summary>What the loaders make of files, given in any order; files of other places are in nobody's list.</summary>
    public static SysctlTree Of(IEnumerable<SysctlTreeFile> files)
    {
        ImmutableArray<SysctlTreeFile> all = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        return new SysctlTree(SysctlLoad.Of(SysctlLoader.Systemd, all), SysctlLoad.Of(SysctlLoader.Procps, all), [.. all.Where(f => f.Path == Ufw)]);
    }
}
