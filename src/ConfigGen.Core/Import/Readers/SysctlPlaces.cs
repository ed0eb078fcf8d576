using ConfigGen.Core.Raw;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Where a sysctl file stands on its host.</summary>
/// <param name="Root">What the host's / is.</param>
/// <param name="Path">The path below it.</param>
internal sealed record SysctlPlace(string Root, string Path);

/// <summary>Tells the system's own places from any other.</summary>
internal static class SysctlPlaces
{
    /// <summary>The place; null for a file that may stand anywhere.</summary>
    /// <param name="path">Forward slashes.</param>
    public static SysctlPlace? Of(string path)
    {
        foreach (var known in SysctlTree.Folders.Select(f => f + "/").Append(SysctlTree.Main).Append(SysctlTree.Ufw))
        {
            var at = known[^1] == '/' ? path.LastIndexOf(known, StringComparison.Ordinal) : path.EndsWith(known, StringComparison.Ordinal) ? path.Length - known.Length : -1;
            if (at >= 0 && (known[^1] != '/' || path.IndexOf('/', at + known.Length) < 0) && !IsLonger(path, at, known))
            {
                return new SysctlPlace(path[..at], path[at..]);
            }
        }

        return null;
    }

    // /usr/lib/sysctl.d ends in /lib/sysctl.d.
    private static bool IsLonger(string path, int at, string known) =>
        SysctlTree.Folders.Any(f => f.Length + 1 > known.Length && f.EndsWith(known.TrimEnd('/'), StringComparison.Ordinal) && path[..(at + known.Length - 1)].EndsWith(f, StringComparison.Ordinal));
}
