namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>Booleans as systemd reads them (systemd.syntax(7)), in any case.</summary>
public static class SystemdBoolean
{
    /// <summary>True for 1, yes, y, true, t and on; false for 0, no, n, false, f and off; null for anything else.</summary>
    public static bool? Parse(string text) => text.ToLowerInvariant() switch
    {
        "1" or "yes" or "y" or "true" or "t" or "on" => true,
        "0" or "no" or "n" or "false" or "f" or "off" => false,
        _ => null,
    };
}
