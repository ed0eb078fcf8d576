using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>What reads a raw file.</summary>
public enum RawKind
{
    /// <summary>systemd-sysctl and procps: sysctl.conf, sysctl.d/*.conf.</summary>
    Sysctl,

    /// <summary>systemd: units and their drop-ins, system.conf and its like.</summary>
    Unit,

    /// <summary>systemd-modules-load: modules-load.d/*.conf, which says what is there when sysctl files are applied.</summary>
    Modules,
}

/// <summary>How a file is to be read.</summary>
/// <param name="Kind">Its reader.</param>
/// <param name="Unit">The unit that it is, or adds to; null for sysctl files.</param>
/// <param name="IsDropIn">Whether it adds to a unit that stands elsewhere.</param>
public sealed record RawForm(RawKind Kind, string? Unit = null, bool IsDropIn = false)
{
    /// <summary>The form of sysctl files.</summary>
    public static RawForm Sysctl { get; } = new(RawKind.Sysctl);

    /// <summary>The form of lists of modules.</summary>
    public static RawForm Modules { get; } = new(RawKind.Modules);
}

/// <summary>A file to lint.</summary>
/// <param name="Source">Its text, a byte-order mark dropped.</param>
/// <param name="Form">How to read it; null for a file that is neither.</param>
public sealed record RawFile(SourceText Source, RawForm? Form)
{
    /// <summary>Whether the file starts with a byte-order mark: systemd passes over it in units, nobody does in sysctl files.</summary>
    public bool HasByteOrderMark { get; init; }
}
