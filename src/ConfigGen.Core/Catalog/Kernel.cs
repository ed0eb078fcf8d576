using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>A kernel version x.y or x.y.z; a missing point release stands for every one of that series.</summary>
public readonly record struct KernelVersion(int Major, int Minor, int? Patch) : IComparable<KernelVersion>
{
    /// <summary>Reads "6.12", "6.12.117"; anything else is false. A distribution suffix ("-amd64") is not part of a version.</summary>
    public static bool TryParse(string text, out KernelVersion version)
    {
        version = default;
        var parts = text.Split('.');
        if (parts.Length is < 2 or > 3 || !TryPart(parts[0], out var major) || !TryPart(parts[1], out var minor))
        {
            return false;
        }

        int? patch = null;
        if (parts.Length == 3)
        {
            if (!TryPart(parts[2], out var p))
            {
                return false;
            }

            patch = p;
        }

        version = new KernelVersion(major, minor, patch);
        return true;
    }

    /// <summary>By major, minor, then point release; a missing point release sorts as .0.</summary>
    public int CompareTo(KernelVersion other) =>
        (Major, Minor, Patch ?? 0).CompareTo((other.Major, other.Minor, other.Patch ?? 0));

    /// <summary>Earlier than.</summary>
    public static bool operator <(KernelVersion left, KernelVersion right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(KernelVersion left, KernelVersion right) => left.CompareTo(right) > 0;

    /// <summary>Earlier than or the same as.</summary>
    public static bool operator <=(KernelVersion left, KernelVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Later than or the same as.</summary>
    public static bool operator >=(KernelVersion left, KernelVersion right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => Patch is { } p ? $"{Major}.{Minor}.{p}" : $"{Major}.{Minor}";

    private static bool TryPart(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && text.Length <= 4;
}

/// <summary>Whose tree a kernel was built from; facts do not pass from one family to another unseen.</summary>
public enum KernelFamily
{
    /// <summary>kernel.org, or a kernel named only by its version.</summary>
    Upstream,

    /// <summary>Debian's kernels.</summary>
    Debian,

    /// <summary>Ubuntu's kernels.</summary>
    Ubuntu,

    /// <summary>Red Hat's kernels and their rebuilds: an old base with very many backports.</summary>
    RedHat,

    /// <summary>Another distribution's: a base of kernel.org with patches and options that no table here describes. No table stands for one; tables on both sides must agree.</summary>
    Other,
}

/// <summary>One kernel that a setting is judged for.</summary>
/// <param name="Version">Its version; a series (no point release) stands for every known point release.</param>
/// <param name="Family">Whose kernel.</param>
/// <param name="Table">The table that describes exactly this kernel ("6.12.117", "5.14-rhel9.6"); a name without a table is answered by no other one.</param>
public sealed record Kernel(KernelVersion Version, KernelFamily Family, string? Table)
{
    /// <summary>How messages name it.</summary>
    public override string ToString() => Table ?? Version.ToString();
}
